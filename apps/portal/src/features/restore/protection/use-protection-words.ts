import type { Restore, StepReason, VaultPath } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import type { Message } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { viewOf } from '../progress/journey-steps';
import { machinePath } from '../progress/machine-path';
import { protectionMessages as messages } from './protection-messages';

const WORDS: Partial<Record<StepReason, Message<'name'>>> = {
  'needs-earlier-step': messages.locked,
  'not-protected': messages.ready,
  'protection-stopped': messages.ready,
  'protection-running': messages.enabling,
  'first-backup-missing': messages.unproven,
  'first-backup-running': messages.backingUp,
  'first-backup-failed': messages.backupFailed,
  'latest-backup-failed': messages.backupFailed,
};

/** What the step says of the new machine's backup; null where its state says it all. */
export function useProtectionWords(path: VaultPath, restore: Restore | undefined): string | null {
  const text = useText();
  const format = useFormat();
  const view = restore && viewOf(restore.steps, 'protection');
  if (restore === undefined || view === undefined) return null;
  const machineId = inSight(restore.machineId) ?? null;
  const name = machineId === null ? restore.vmName : machinePath(path, machineId).vmName;
  const newestPoint = inSight(restore.protection)?.newestPoint ?? null;
  if (view.state === 'done' && newestPoint !== null) {
    return text(messages.protected, { vault: path.vaultName, name, time: format.dateTime(newestPoint) });
  }
  const words = view.reason === null ? undefined : WORDS[view.reason];
  return words === undefined ? null : text(words, { name });
}
