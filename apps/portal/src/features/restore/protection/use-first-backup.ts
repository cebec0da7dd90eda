import { useQueryClient } from '@tanstack/react-query';
import type { JobId, Restore, StepReason, VaultPath } from '@tresor/contracts';
import { api } from '../../../api/api';
import { inSight } from '../../../api/facts';
import { isResourceGroupName, isVmName } from '../../../api/known-ids';
import { firstBackupAttempts } from '../../../kept/item-drafts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { tellStarted } from '../../../notifications/tell-started';
import { map } from '../../../map/map';
import { paths } from '../../../map/paths';
import { useBarred } from '../../../azure/rights/use-barred';
import { viewOf } from '../progress/journey-steps';
import { machinePath } from '../progress/machine-path';
import { protectionMessages as messages } from './protection-messages';
import { useLackingKeyVaults } from './service-access';
import { useStepCommand } from '../progress/use-step-command';

const WANTED: ReadonlySet<StepReason> = new Set([
  'first-backup-missing',
  'first-backup-snapshot',
  'first-backup-failed',
  'latest-backup-failed',
]);

/** Enabling proves nothing: Azure looks at the keys with the first backup. */
export function useFirstBackup(path: VaultPath, jobId: JobId, restore: Restore | undefined) {
  const text = useText();
  const client = useQueryClient();
  const format = useFormat();
  const lacking = useLackingKeyVaults(restore?.keyChain ?? null);
  const barred = useBarred(path);
  const reason = restore && viewOf(restore.steps, 'protection')?.reason;
  const { vmGroup, vmName } = machinePath(path, inSight(restore?.machineId) ?? '');
  const attempt = [jobId, vmGroup, vmName].join('/');

  const send = () => {
    if (!isResourceGroupName(vmGroup) || !isVmName(vmName)) throw new Error('Backing up needs a machine.');
    const intentId = firstBackupAttempts.read(attempt).intentId ?? crypto.randomUUID();
    firstBackupAttempts.change(attempt, { intentId });
    return api.items.backUpNow({ ...path, vmGroup, vmName, intentId, retainUntil: null });
  };
  const command = useStepCommand(path, send, {
    onSuccess({ state, jobId: backup }) {
      if (state !== 'started' && state !== 'finished') return;
      const intentId = firstBackupAttempts.read(attempt).intentId ?? undefined;
      firstBackupAttempts.clear(attempt);
      if (state === 'finished') return;
      const href = backup === null ? paths.jobs(path) : paths.job({ ...path, jobId: backup });
      const title = text(messages.backupStarted, { name: vmName });
      tellStarted(client, path, { orderId: intentId, jobId: backup }, { title, intent: 'info', href });
    },
  });
  const never = barred(map.backupNow.step);
  const whyNot = () => {
    if (command.isPending) return text(messages.sending);
    if (lacking === undefined) return text(messages.accessLoading);
    if (lacking.length > 0) return text(messages.grantFirst, { keyVaults: format.list(lacking) });
    return never;
  };
  return { isWanted: reason !== undefined && reason !== null && WANTED.has(reason), command, never, whyNot };
}
