import { backupOperation, type BackupOperation, type VaultPath } from '@tresor/contracts';
import type { AzureSession } from '../connection/azure';
import { call } from '../connection/call';
import { clients } from '../connection/clients';
import type { AzureAnswer } from '../connection/command-in-hand';
import { isResourceManager } from '../connection/origins';
import { readUrl } from '../connection/read-url';
import { unlessHidden, UpstreamFailure } from '../connection/upstream-failure';
import { pairedUrl } from '../vaults/paired-region';
import { jobOperationIn, type JobOperation } from './job-of-operation';

const OF_VAULT =
  /^\/(?:backupFabrics\/.+\/protectedItems\/.+\/operation(?:sStatus|Results)|backupPolicies\/[^/]+\/operation(?:s|sStatus|Results)|backupOperation(?:s|Results))\/([^/]+)$/i;
const OF_PAIR = /^\/providers\/Microsoft\.RecoveryServices\/locations\/([^/]+)\/backupCrrOperationsStatus\/([^/]+)$/i;

/** The operation of a vault that Azure names in accepting a request; undefined where what is named is none of Azure Backup's, or of another vault. */
export function backupOperationIn({ headers }: Pick<AzureAnswer, 'headers'>, vaultId: string): BackupOperation | undefined {
  const named = headers.get('azure-asyncoperation') ?? headers.get('location') ?? '';
  if (!URL.canParse(named)) return undefined;
  const { origin, pathname } = new URL(named);
  if (!isResourceManager(origin)) return undefined;
  const vault = new URL(vaultId, origin).pathname;
  const isBelow = (whole: string) => pathname.toLowerCase().startsWith(`${whole.toLowerCase()}/`);
  const [subscription = ''] = /^\/subscriptions\/[^/]+/i.exec(vault) ?? [];
  const [, region = null, pairedId] = isBelow(subscription) ? (OF_PAIR.exec(pathname.slice(subscription.length)) ?? []) : [];
  const id = pairedId ?? (isBelow(vault) ? OF_VAULT.exec(pathname.slice(vault.length))?.[1] : undefined);
  return backupOperation.safeParse({ id, region }).data;
}

export const readBackupOperation = async (session: AzureSession, path: VaultPath, { id, region }: BackupOperation): Promise<JobOperation> =>
  jobOperationIn(
    region === null
      ? await call(session, 'read', (options) =>
          clients.backup(session, path.subscriptionId).backupOperationStatuses.get(path.vaultName, path.resourceGroup, id, options),
        )
      : await readUrl(
          session,
          clients.arm(session),
          pairedUrl(session, path, region, `backupCrrOperationsStatus/${encodeURIComponent(id)}`),
        ),
  );

/** The same; null where Azure has forgotten it, as it does after a while, or does not tell this person; undefined where it gave no answer. */
export async function seeBackupOperation(
  session: AzureSession,
  path: VaultPath,
  operation: BackupOperation,
): Promise<JobOperation | null | undefined> {
  try {
    return await unlessHidden(readBackupOperation(session, path, operation), null);
  } catch (error) {
    if (error instanceof UpstreamFailure) return undefined;
    throw error;
  }
}
