import type { CommandName, VaultPath } from '@tresor/contracts';
import { codeWord } from '../../azure-words';
import type { AzureSession } from '../../azure/connection/azure';
import { seeBackupOperation } from '../../azure/items/backup-operation';
import { isInVain } from '../../azure/items/job-of-operation';
import { momentOf } from '../../azure/moments';
import type { FoundEnd } from './find-end';
import type { FoldedCommand } from './fold-commands';

/** Its operation has jobs of many machines: only it tells how all of them ended. */
const OF_MANY: ReadonlySet<CommandName> = new Set(['policies.update']);

/** What an operation tells of the command that began it: its job, or how it ended without one, and why. */
export interface Told {
  jobId: string | null;
  end: FoundEnd;
  about: Record<string, string>;
}

/** Undefined where no operation is on record of a command, Azure has forgotten it, or it tells nothing yet. */
export async function askOperation(
  session: AzureSession,
  vault: VaultPath,
  { command, operation: kept }: FoldedCommand,
): Promise<Told | undefined> {
  if (kept === undefined || command.jobId !== null) return undefined;
  const operation = await seeBackupOperation(session, vault, kept);
  if (!operation) return undefined;
  const alone = OF_MANY.has(command.command) ? { ...operation, properties: null } : operation;
  const status = alone.status ?? '';
  const jobId = alone.properties?.jobId ?? null;
  if (jobId !== null) return { jobId, end: null, about: {} };
  const at = momentOf(alone.endTime) ?? session.now().toISOString();
  if (!isInVain(alone)) return status === 'Succeeded' ? { jobId, end: { end: 'succeeded', at }, about: {} } : undefined;
  const azureCode = codeWord(alone.error?.code);
  return { jobId, end: { end: status === 'Failed' ? 'failed' : 'cancelled', at }, about: { ...(azureCode && { azureCode }) } };
}
