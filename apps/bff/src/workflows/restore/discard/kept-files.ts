import type { DiscardResult } from '@tresor/contracts';
import { listKept, type KeptBlob } from '../../../azure/blobs/kept-blobs';
import type { AzureSession } from '../../../azure/connection/azure';
import { blobAccountOf } from '../../../azure/restores/restore-attributes';
import { isCompleted, type RestorePart } from '../journey/parts';

export interface KeptInPlace extends KeptBlob {
  /** Storage account and container. */
  place: string;
}

/** What the storage accounts keep of the deleted files of a restore, as far as Azure tells. */
export async function keptFiles(session: AzureSession, parts: readonly RestorePart[]): Promise<KeptInPlace[]> {
  const found = parts.map(async ({ attributes, status }) => {
    const account = blobAccountOf(session, attributes);
    const { storageAccountName, container } = attributes;
    if (account === null || storageAccountName === null || container === null || !isCompleted(status)) return [];
    const kept = await listKept(session, account, container);
    return typeof kept === 'string' ? [] : kept.map((one) => ({ ...one, place: `${storageAccountName}/${container}` }));
  });
  return (await Promise.all(found)).flat();
}

/** A deleted file is told with the moment until which it can be brought back. */
export const withKept = (results: readonly DiscardResult[], kept: readonly KeptBlob[]): DiscardResult[] =>
  results.map((result) => {
    if (result.state !== 'removed' || (result.kind !== 'vhd' && result.kind !== 'file')) return result;
    const found = kept.find(({ name }) => name === null || name === result.name);
    return found ? { ...result, state: 'soft-deleted', until: found.until?.toISOString() ?? null } : result;
  });
