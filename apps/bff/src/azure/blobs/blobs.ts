import type { AzureSession } from '../connection/azure';
import { isStatus, isStorageFirewall, UpstreamFailure } from '../connection/upstream-failure';
import { callBlob } from './blob-call';
import { listEntries } from './list-entries';

/** Why nothing of a container is seen: the user may not look; our server is not let in, no matter who the user is; it is gone. */
type Unlisted = 'forbidden' | 'firewalled' | 'missing';

/** @throws what is no such refusal */
function unlisted(error: unknown): Unlisted {
  if (isStorageFirewall(error)) return 'firewalled';
  if (isStatus(error, 403)) return 'forbidden';
  if (isStatus(error, 404)) return 'missing';
  throw error;
}

/** Names of the blobs that begin so. */
export async function listBlobs(session: AzureSession, account: string, container: string, prefix: string): Promise<string[] | Unlisted> {
  try {
    return (await listEntries(session, account, container, { prefix })).map(({ name }) => name);
  } catch (error) {
    return unlisted(error);
  }
}

interface BlobFile {
  name: string;
  bytes: number;
}

/** The blobs of a container with their sizes. */
export async function listBlobFiles(session: AzureSession, account: string, container: string): Promise<BlobFile[] | Unlisted> {
  try {
    const entries = await listEntries(session, account, container, {});
    return entries.map(({ name, textOf }) => ({ name, bytes: Number(textOf('Content-Length') ?? 0) }));
  } catch (error) {
    return unlisted(error);
  }
}

/** Whether an account does not let our server in. Null: it gives no answer of its own, and nothing follows from that. */
export async function isShutOut(session: AzureSession, account: string): Promise<boolean | null> {
  try {
    await callBlob(session, 'read', { method: 'GET', account, container: '', query: { comp: 'list', maxresults: '1' } });
    return false;
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    // Only what Azure says after it has let somebody in tells of that: a token that does not count is refused before.
    return isStorageFirewall(error) || (isStatus(error, 403) || isStatus(error, 404) ? false : null);
  }
}

/** Deletes a container with what is in it. */
export async function deleteContainer(session: AzureSession, account: string, container: string): Promise<void> {
  try {
    await callBlob(session, 'idempotent-write', { method: 'DELETE', account, container, query: { restype: 'container' } });
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}

/** Deletes a blob with its snapshots, without which Azure deletes none that has some; one that is gone already is deleted. */
export async function deleteBlob(session: AzureSession, account: string, container: string, blob: string): Promise<void> {
  try {
    await callBlob(session, 'idempotent-write', {
      method: 'DELETE',
      account,
      container,
      blob,
      headers: { 'x-ms-delete-snapshots': 'include' },
    });
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}
