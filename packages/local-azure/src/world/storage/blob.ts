/** A container of blobs. Moments are milliseconds since 1970. */
export interface BlobContainer {
  /** Name of the storage account, lower case. */
  account: string;
  name: string;
  etag: string;
  modifiedAt: number;
  metadata: Record<string, string>;
  /** What shared access signatures may refer to. */
  policies?: StoredPolicy[];
}

/** A stored access policy of a container; its moments as ISO 8601, in UTC. */
export interface StoredPolicy {
  id: string;
  start?: string;
  expiry?: string;
  /** Letters as in a signature. */
  permission?: string;
}

/** What a blob says of its content wherever it is read. */
export interface ContentProperties {
  contentType: string;
  /** Base64; of block blobs that came in one piece, and where the caller said so. */
  contentMd5?: string;
  contentEncoding?: string;
  contentLanguage?: string;
  contentDisposition?: string;
  cacheControl?: string;
}

/** Where a blob was copied from. */
interface BlobCopy {
  id: string;
  /** Without its query. */
  source: string;
  bytes: number;
  completedAt: number;
}

/** What is known of a blob; its bytes lie in the world's contents. */
export interface Blob extends ContentProperties {
  account: string;
  container: string;
  name: string;
  type: 'BlockBlob' | 'PageBlob' | 'AppendBlob';
  /** Bytes. */
  length: number;
  contentId: string;
  /** Of a block blob that was put together, in order. */
  blocks?: { id: string; length: number }[];
  /** Of an append blob: how often something was appended. */
  appended?: number;
  /** Of a page blob. */
  sequenceNumber?: number;
  /** Where the caller said so. */
  accessTier?: string;
  copy?: BlobCopy;
  /** Where the account keeps versions. */
  versionId?: string;
  etag: string;
  createdAt: number;
  modifiedAt: number;
  metadata: Record<string, string>;
}

export type BlobPlace = Pick<Blob, 'account' | 'container' | 'name'>;

/** The key of a blob, whether it is there or not. */
export const blobKey = ({ account, container, name }: BlobPlace): string => `${account.toLowerCase()}/${container}/${name}`;
