import type { AzureSession } from '../connection/azure';
import { isStatus } from '../connection/upstream-failure';
import { callBlob } from './blob-call';
import { own } from '../../own';

/** Names of the blobs that begin so. Undefined where the user may not look into the account, or it or the container is gone. */
export async function listBlobs(
  session: AzureSession,
  account: string,
  container: string,
  prefix: string,
): Promise<string[] | 'forbidden' | 'missing'> {
  try {
    const query = { restype: 'container', comp: 'list', prefix };
    return namesIn(await callBlob(session, 'read', { method: 'GET', account, container, query }));
  } catch (error) {
    if (isStatus(error, 403)) return 'forbidden';
    if (isStatus(error, 404)) return 'missing';
    throw error;
  }
}

export interface BlobFile {
  name: string;
  bytes: number;
}

/** The blobs of a container with their sizes. */
export async function listBlobFiles(
  session: AzureSession,
  account: string,
  container: string,
): Promise<BlobFile[] | 'forbidden' | 'missing'> {
  try {
    const xml = await callBlob(session, 'read', { method: 'GET', account, container, query: { restype: 'container', comp: 'list' } });
    const sizes = [...xml.matchAll(/<Content-Length>(\d+)<\/Content-Length>/g)].map(([, length]) => Number(length));
    return namesIn(xml).map((name, place) => ({ name, bytes: sizes[place] ?? 0 }));
  } catch (error) {
    if (isStatus(error, 403)) return 'forbidden';
    if (isStatus(error, 404)) return 'missing';
    throw error;
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

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

function namesIn(xml: string): string[] {
  return [...xml.matchAll(/<Blob><Name>([^<]*)<\/Name>/g)].map(([, name = '']) =>
    name.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => own(ENTITIES, entity) ?? entity),
  );
}

/** Deletes a blob; one that is gone already is deleted. */
export async function deleteBlob(session: AzureSession, account: string, container: string, blob: string): Promise<void> {
  try {
    await callBlob(session, 'idempotent-write', { method: 'DELETE', account, container, blob });
  } catch (error) {
    if (!isStatus(error, 404)) throw error;
  }
}
