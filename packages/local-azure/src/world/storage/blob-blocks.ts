import { randomUUID } from 'node:crypto';
import type { World } from '../world';

/** A block that was sent and is not part of its blob yet. */
interface Block {
  blobKey: string;
  id: string;
  contentId: string;
  length: number;
}

const blocks = (world: World) => world.documents<Block>('blob-blocks');

/** Keys of the blocks of a blob begin with its own. */
const keyOf = (blobKey: string, id = '') => `${blobKey}\n${id}`;

/** The blocks that were sent for a blob and are not part of it yet, by their id. */
export const blocksOf = (world: World, blobKey: string): Block[] => blocks(world).list(keyOf(blobKey));

/** Begins a block, in place of one of the same id. Its bytes are written to `contentId` of the answer. */
export function putBlock(world: World, blobKey: string, id: string, length: number): Block {
  const before = blocks(world).get(keyOf(blobKey, id));
  if (before) world.contents.delete(before.contentId);
  const block = { blobKey, id, contentId: randomUUID(), length };
  blocks(world).put(keyOf(blobKey, id), block);
  return block;
}

function forget(world: World, { blobKey, id, contentId }: Block): void {
  world.contents.delete(contentId);
  blocks(world).delete(keyOf(blobKey, id));
}

/** Forgets the blocks that were sent for a blob. */
export function forgetBlocks(world: World, blobKey: string): void {
  for (const block of blocksOf(world, blobKey)) forget(world, block);
}

/** Forgets the blocks of every blob whose key begins so. */
export function forgetBlocksBelow(world: World, prefix: string): void {
  for (const block of blocks(world).list(prefix)) forget(world, block);
}
