import { keysOf } from '../world/storage-accounts';
import type { BlobPlace } from '../world/blobs';
import type { World } from '../world/world';
import { serviceSasText } from './sas';
import { sign } from './shared-key';

/** The query of a shared access signature with which anybody may read a blob, or write it as well, for some seconds of the real time. */
export function readSignature(
  world: World,
  { account, container, name }: BlobPlace,
  seconds: number,
  permission: 'r' | 'rw' = 'r',
): string {
  const fields = { sv: '2018-03-28', sr: 'b', se: new Date(Date.now() + seconds * 1000).toISOString(), sp: permission };
  const sig = sign(keysOf(world, account).key1, serviceSasText(`/blob/${account}/${container}/${name}`, fields));
  return new URLSearchParams({ ...fields, sig }).toString();
}
