import { randomUUID } from 'node:crypto';
import { header } from '../http/exchange';
import type { HttpAnswer } from '../http/exchange';
import { putBlob } from '../world/blobs';
import type { World } from '../world/world';
import { metadataOf, StorageError } from './call';
import type { BlobCall } from './call';
import { blobOf } from './blobs';
import { checkMd5, created, placeOf } from './put-blob';
import { parent, textsIn, xml } from './xml';

/** A block that was sent and is not part of its blob yet. */
interface Block {
  id: string;
  contentId: string;
  length: number;
}

const blocks = (world: World) => world.documents<Block>('blob-blocks');

function prefixOf(call: BlobCall): string {
  const { account, container, name } = placeOf(call);
  return `${account}/${container}/${name}\n`;
}

/** PUT comp=block. */
export function putBlock(call: BlobCall): HttpAnswer {
  const id = call.query.get('blockid') ?? '';
  if (id === '') throw new StorageError(400, 'InvalidQueryParameterValue', 'The block id is missing.');
  const contentMd5 = checkMd5(call);
  const { bytes } = call.request;
  const before = blocks(call.world).get(prefixOf(call) + id);
  if (before) call.world.contents.delete(before.contentId);
  const block = { id, contentId: randomUUID(), length: bytes.length };
  blocks(call.world).put(prefixOf(call) + id, block);
  call.world.contents.write(block.contentId, 0, bytes);
  return { status: 201, headers: { 'Content-MD5': contentMd5 } };
}

/** PUT comp=blocklist: makes the blob of the blocks that were sent; the others are forgotten. */
export function putBlockList(call: BlobCall): HttpAnswer {
  const { world, request } = call;
  const prefix = prefixOf(call);
  const sent = blocks(world).list(prefix);
  const wanted = textsIn(request.body, '(?:Latest|Uncommitted|Committed)').map((id) => sent.find((block) => block.id === id));
  const found = wanted.flatMap((block) => block ?? []);
  if (found.length < wanted.length) throw new StorageError(400, 'InvalidBlockList', 'The specified block list is invalid.');
  const blob = putBlob(world, placeOf(call), {
    type: 'BlockBlob',
    length: found.reduce((total, { length }) => total + length, 0),
    contentType: header(request, 'x-ms-blob-content-type') ?? 'application/octet-stream',
    metadata: metadataOf(request),
  });
  let offset = 0;
  for (const { contentId, length } of found) {
    for (const piece of world.contents.read(contentId, 0, length)) {
      world.contents.write(blob.contentId, offset, piece);
      offset += piece.length;
    }
  }
  for (const { id, contentId } of sent) {
    world.contents.delete(contentId);
    blocks(world).delete(prefix + id);
  }
  return created(blob);
}

/** GET comp=blocklist: a blob is shown as made of one piece. */
export function getBlockList(call: BlobCall): HttpAnswer {
  const { length } = blobOf(call);
  return xml(200, parent('BlockList', [parent('CommittedBlocks', []), parent('UncommittedBlocks', [])]), {
    'x-ms-blob-content-length': String(length),
  });
}
