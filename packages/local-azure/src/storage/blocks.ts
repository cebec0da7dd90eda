import { randomUUID } from 'node:crypto';
import type { HttpAnswer } from '../http/exchange';
import { blocksOf, forgetBlocks, putBlock as beginBlock } from '../world/storage/blob-blocks';
import { blobKey } from '../world/storage/blob';
import { findBlob, putBlob } from '../world/storage/blobs';
import type { Blob } from '../world/storage/blob';
import { StorageError } from './call';
import type { BlobCall } from './call';
import { created } from './blob-headers';
import { copySpan, spanOfSource, type Span } from './copies';
import { requireLease } from './leases';
import { checkMd5, checkSourceMd5 } from './md5';
import { aboutOf, malformed, placeOf, placeToWrite } from './new-blob';
import { element, elementsIn, parent, xml } from './xml';

/** PUT comp=block: the bytes come with the request, or from the blob that it names. */
export function putBlock(call: BlobCall): HttpAnswer {
  const id = call.query.get('blockid') ?? '';
  if (id === '') throw new StorageError(400, 'InvalidQueryParameterValue', 'The block id is missing.');
  const place = placeOf(call);
  requireLease(call, findBlob(call.world, place.account, place.container, place.name));
  const contentMd5 = call.source ? putSource(call, blobKey(place), id, call.source) : putBody(call, blobKey(place), id);
  return { status: 201, headers: { 'Content-MD5': contentMd5, 'x-ms-request-server-encrypted': 'true' } };
}

function putBody(call: BlobCall, key: string, id: string): string {
  const { bytes } = call.request;
  if (bytes.length === 0) throw malformed('Content-Length');
  const contentMd5 = checkMd5(call);
  const { contentId } = beginBlock(call.world, key, id, bytes.length);
  call.world.contents.write(contentId, 0, bytes);
  return contentMd5;
}

/** Put Block From URL. */
function putSource(call: BlobCall, key: string, id: string, source: Blob): string {
  const span = spanOfSource(call, source);
  const { contentId } = beginBlock(call.world, key, id, span.length);
  return checkSourceMd5(call, copySpan(call.world, span, contentId));
}

/** The blocks that a blob consists of, by their ids and as parts of its content. */
function committedSpans({ blocks = [], contentId }: Blob): Map<string, Span> {
  let offset = 0;
  const spans = new Map<string, Span>();
  for (const { id, length } of blocks) {
    spans.set(id, { contentId, offset, length });
    offset += length;
  }
  return spans;
}

const NAMED_BLOCK = /<(Latest|Uncommitted|Committed)>[^<]*<\/\1>/g;
const BLOCK_LIST = /^(?:<\?xml[^>]*>)?<BlockList(?:\/>|><\/BlockList>)$/;

/** A list of blocks, and nothing besides. */
const isBlockList = (document: string) => BLOCK_LIST.test(document.replaceAll(NAMED_BLOCK, '').replaceAll(/\s+/g, ''));

/** PUT comp=blocklist: makes the blob of blocks that were sent and of its own; what was sent and is not named is forgotten. */
export function putBlockList(call: BlobCall): HttpAnswer {
  const { world } = call;
  const place = placeToWrite(call);
  checkMd5(call);
  const before = findBlob(world, place.account, place.container, place.name);
  const committed = before ? committedSpans(before) : new Map<string, Span>();
  const sent = new Map(blocksOf(world, blobKey(place)).map((block): [string, Span] => [block.id, { ...block, offset: 0 }]));
  if (!isBlockList(call.request.body)) throw new StorageError(400, 'InvalidXmlDocument', 'XML specified is not syntactically valid.');
  const found = elementsIn(call.request.body, ['Latest', 'Uncommitted', 'Committed']).map(({ name, inside: id }) => {
    const own = name === 'Uncommitted' ? undefined : committed.get(id);
    const span = name === 'Committed' ? own : (sent.get(id) ?? own);
    if (!span) throw new StorageError(400, 'InvalidBlockList', 'The specified block list is invalid.');
    return { id, span };
  });
  const contentId = randomUUID();
  let length = 0;
  for (const { span } of found) {
    copySpan(world, span, contentId, length);
    length += span.length;
  }
  const blocks = found.map(({ id, span }) => ({ id, length: span.length }));
  const blob = putBlob(world, place, { type: 'BlockBlob', length, contentId, blocks, ...aboutOf(call, false) });
  forgetBlocks(world, blobKey(place));
  return created(blob);
}

const named = (blocks: readonly { id: string; length: number }[]) =>
  blocks.map(({ id, length }) => parent('Block', [element('Name', id), element('Size', length)]));

/** GET comp=blocklist: committed blocks, or those only sent, or both. */
export function getBlockList(call: BlobCall): HttpAnswer {
  const place = placeOf(call);
  const blob = findBlob(call.world, place.account, place.container, place.name);
  const sent = blocksOf(call.world, blobKey(place));
  if (!blob && sent.length === 0) throw new StorageError(404, 'BlobNotFound', 'The specified blob does not exist.');
  const asked = (call.query.get('blocklisttype') ?? 'committed').toLowerCase();
  const lists = [
    ...(asked === 'uncommitted' ? [] : [parent('CommittedBlocks', named(blob?.blocks ?? []))]),
    ...(asked === 'committed' ? [] : [parent('UncommittedBlocks', named(sent))]),
  ];
  return xml(200, parent('BlockList', lists), { 'x-ms-blob-content-length': String(blob?.length ?? 0) });
}
