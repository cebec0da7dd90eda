import { blobAt } from '../world/blobs';
import { findAccount } from '../world/storage-accounts';
import type { World } from '../world/world';
import { checkSas, requireOpen } from './admission';
import { StorageError } from './call';
import { requireAddress } from './understood';

/** The bytes of a blob for whoever holds its URL with a shared access signature; undefined when that does not suffice. */
export function readSignedUrl(world: World, url: string): Buffer | undefined {
  const blob = URL.canParse(url) ? blobAt(world, url) : undefined;
  const account = blob && findAccount(world, blob.account);
  if (!blob || !account) return undefined;
  try {
    const query = new URL(url).searchParams;
    requireOpen(account);
    requireAddress(query);
    checkSas({ world, account, container: blob.container, blob: blob.name, query }, 'r');
    return Buffer.concat([...world.contents.read(blob.contentId, 0, blob.length)]);
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}
