import type { HttpAnswer, HttpRequest } from '../http/exchange';
import type { Blob } from '../world/storage/blob';
import type { Cloud } from '../world/cloud';
import type { Principal } from '../world/directory/principal';
import type { ArmResource, World } from '../world/world';

/** A request to the blobs of an account, already let in. */
export interface BlobCall {
  world: World;
  account: ArmResource;
  request: HttpRequest;
  query: URLSearchParams;
  /** Empty for the account itself. */
  container: string;
  /** Empty for a container. */
  blob: string;
  /** Who calls, where a token says so. */
  principal?: Principal;
  /** The blob to copy from, which the caller was found to be allowed to read. */
  source?: Blob;
}

export type BlobHandler = (call: BlobCall) => HttpAnswer;

export const FAILED =
  'Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.';

/** A refusal of the blob service, sent as XML and as `x-ms-error-code`. */
export class StorageError extends Error {
  readonly status: number;
  readonly code: string;
  readonly headers: Record<string, string>;

  constructor(status: number, code: string, message: string, headers: Record<string, string> = {}) {
    super(message);
    this.name = 'StorageError';
    this.status = status;
    this.code = code;
    this.headers = headers;
  }
}

/** A time as HTTP writes it. */
export const httpDate = (moment: number): string => new Date(moment).toUTCString();

/** The metadata among the headers of a request. */
export function metadataOf({ headers }: HttpRequest): Record<string, string> {
  const prefix = 'x-ms-meta-';
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (name.startsWith(prefix) ? [[name.slice(prefix.length), String(value)]] : [])),
  );
}

/** Metadata as headers of an answer. */
export const metadataHeaders = (metadata: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(metadata).map(([name, value]) => [`x-ms-meta-${name}`, value]));

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
