import type { BlobCall } from './call';
import { StorageError } from './call';

/** The account a host name stands for; undefined when it is no account's. */
export function accountNameOf(hostname: string): string | undefined {
  return /^([a-z0-9]{3,24})\.blob\.core\.(?:windows\.net|localhost)$/.exec(hostname)?.[1];
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
