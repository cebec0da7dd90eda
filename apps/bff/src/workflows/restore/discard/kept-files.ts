import type { DiscardResult } from '@tresor/contracts';
import { listKept, type KeptBlob } from '../../../azure/blobs/kept-blobs';
import type { AzureSession } from '../../../azure/connection/azure';
import { blobAccountOf } from '../../../azure/restores/restore-attributes';
import { isCompleted, type RestorePart } from '../journey/parts';
import type { Discardable } from './discardable';

interface KeptInPlace extends KeptBlob {
  /** Storage account and container. */
  place: string;
}

/** What storage accounts keep of the deleted files of a restore, and the places of which nobody could tell. */
export interface KeptFiles {
  files: KeptInPlace[];
  untold: string[];
}

export async function keptFiles(session: AzureSession, parts: readonly RestorePart[]): Promise<KeptFiles> {
  const asked = parts.map(async ({ attributes, status }): Promise<KeptFiles> => {
    const account = blobAccountOf(session, attributes);
    const { storageAccountName, container } = attributes;
    if (account === null || storageAccountName === null || container === null || !isCompleted(status)) return { files: [], untold: [] };
    const place = `${storageAccountName}/${container}`;
    const kept = await listKept(session, account, container);
    return typeof kept === 'string' ? { files: [], untold: [place] } : { files: kept.map((one) => ({ ...one, place })), untold: [] };
  });
  const found = await Promise.all(asked);
  return { files: found.flatMap(({ files }) => files), untold: found.flatMap(({ untold }) => untold) };
}

/** What became of the things; a deleted file is told with the moment until which it can be brought back, or that nobody could tell. */
export const withKept = (items: readonly Discardable[], results: readonly DiscardResult[], kept: KeptFiles): DiscardResult[] =>
  results.map((result, at) => {
    if (result.state !== 'removed' || (result.kind !== 'vhd' && result.kind !== 'file')) return result;
    const place = items[at]?.place ?? '';
    const found = kept.files.find((one) => one.place === place && (one.name === null || one.name === result.name));
    if (found) return { ...result, state: 'soft-deleted', until: found.until?.toISOString() ?? null };
    return kept.untold.includes(place) ? { ...result, state: 'kept-untold' } : result;
  });
