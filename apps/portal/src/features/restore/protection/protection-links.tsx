import type { Restore, VaultPath } from '@tresor/contracts';
import { inSight } from '../../../api/facts';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { TextLink } from '../../../ui/actions/text-link';
import { viewOf } from '../progress/journey-steps';
import { machinePath } from '../progress/machine-path';
import { protectionMessages as messages } from './protection-messages';

/** Where more stands of how the new machine is backed up: its backup job, its item, or the way to bring its data back. */
export function ProtectionLinks({ path, restore }: { path: VaultPath; restore: Restore }) {
  const text = useText();
  const view = viewOf(restore.steps, 'protection');
  const machineId = inSight(restore.machineId) ?? null;
  const protection = inSight(restore.protection);
  if (machineId === null || view === undefined || protection === undefined) return null;
  if (protection.jobId !== null) return <TextLink to={paths.job({ ...path, jobId: protection.jobId })}>{text(messages.job)}</TextLink>;
  const item = machinePath(path, machineId);
  if (view.reason === 'backup-data-deleted') return <TextLink to={paths.undelete(item)}>{text(messages.undelete)}</TextLink>;
  return view.state === 'done' ? <TextLink to={paths.item(item)}>{text(messages.item)}</TextLink> : null;
}
