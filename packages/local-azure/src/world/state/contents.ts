/** Bytes that are kept apart from what is said about them, sparse: what was never written reads as zeros and takes no room. */
export interface Contents {
  /** Writes bytes at an offset of a content; a new id begins a new content. */
  write(id: string, offset: number, bytes: Buffer): void;
  /** The bytes of a span, in pieces of bounded size, read while they are asked for. */
  read(id: string, offset: number, length: number): Generator<Buffer>;
  /** Makes a span read as zeros again. Both ends must be multiples of 512. */
  clear(id: string, offset: number, length: number): void;
  /** The spans that hold something, in order; both ends included, rounded to pieces. */
  written(id: string): { from: number; to: number }[];
  copy(from: string, to: string): void;
  delete(id: string): void;
}
