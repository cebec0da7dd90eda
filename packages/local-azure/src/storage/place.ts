import type { Cloud } from '../world/cloud';
import type { BlobCall } from './call';
import { StorageError } from './call';

/** The account a host name stands for; undefined when it is no account's. */
export function accountNameOf({ storage }: Cloud, hostname: string): string | undefined {
  const [, name, suffix] = /^([a-z0-9]{3,24})\.blob\.(.+)$/.exec(hostname) ?? [];
  return suffix === storage || suffix === 'core.localhost' ? name : undefined;
}

/** Container and blob of a path; a blob's name may hold slashes. @throws StorageError 400 */
export function placeIn(path: string): Pick<BlobCall, 'container' | 'blob'> {
  const [, container = '', blob = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
  try {
    return { container: decodeURIComponent(container), blob: decodeURIComponent(blob) };
  } catch {
    throw new StorageError(400, 'InvalidUri', 'The requested URI does not represent any resource on the server.');
  }
}
