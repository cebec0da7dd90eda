import * as z from 'zod';
import { expectBody, type Answer } from '../connection/answer';
import { armUrl } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { PAIRED_VERSION } from '../connection/backup-region';
import { clients } from '../connection/clients';
import { translated } from '../connection/failures';
import { readUrl, sendUrl } from '../connection/read-url';
import { readBackupOperation } from '../items/backup-operation';
import { jobOfOperation } from '../items/job-of-operation';
import { operationIdOf } from '../items/protection';
import { pairedUrl } from '../vaults/paired-region';
import { pointIdOf, requestOf, type DiskRestore } from './restore-disks';

const members = z.record(z.string(), z.unknown());
const propertiesBody = z.object({ properties: members });

type Members = z.infer<typeof members>;

/** As whom the paired region signs in: what a token for it is asked with. */
export async function readPairedIdentity(session: AzureSession, { path, region }: DiskRestore): Promise<Members> {
  const { body } = await readUrl(session, clients.arm(session), pairedUrl(session, path, region, 'backupAadProperties'));
  return expectBody(propertiesBody, body).properties;
}

/** What opens a point to the paired region. It stays in memory. */
export async function accessTo(session: AzureSession, restore: DiskRestore, identity: Members = {}): Promise<Members> {
  const url = armUrl(session, `${pointIdOf(restore)}/accessToken`, `api-version=${PAIRED_VERSION}`);
  return expectBody(propertiesBody, (await readUrl(session, clients.arm(session), url, { properties: identity })).body).properties;
}

export const sendToPair = (session: AzureSession, restore: DiskRestore, access: Members, requestId: string): Promise<Answer> =>
  sendUrl(session, 'once', clients.arm(session), {
    method: 'POST',
    url: pairedUrl(session, restore.path, restore.region, 'backupCrossRegionRestore'),
    body: { crossRegionRestoreAccessDetails: { ...access, objectType: 'CrrAccessToken' }, restoreRequest: requestOf(restore) },
    requestId,
  });

/** Tells the paired region to restore the disks, once. It is accepted, whatever becomes of the question for its job. */
export async function triggerInPair(session: AzureSession, restore: DiskRestore, requestId: string): Promise<string | null> {
  // What fails here is a problem of ours and no doubt about the restore: nothing of it was sent.
  const access = await translated(
    'vault-not-found',
    readPairedIdentity(session, restore).then((identity) => accessTo(session, restore, identity)),
  );
  const id = operationIdOf(await sendToPair(session, restore, access, requestId));
  if (id === undefined) return null;
  return jobOfOperation(session, () => readBackupOperation(session, restore.path, { id, region: restore.region }));
}
