interface Bounds {
  most: number;
  /** Makes what is thrown when there is more; the stream is left. */
  tooLong: () => Error;
  /** No piece stays behind in memory that others may be given. */
  once?: boolean;
}

/** Overwrites what others may be given. */
export function wipe(pieces: readonly Buffer[]): void {
  for (const piece of pieces) piece.fill(0);
}

/** All pieces of a stream as they come, as long as they are no more than `most` bytes. What is read `once` is to be wiped when it has been used. */
export async function readPieces(stream: AsyncIterable<Uint8Array | string>, { most, tooLong, once = false }: Bounds): Promise<Buffer[]> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of stream) {
      const read = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      pieces.push(read);
      bytes += read.length;
      if (bytes > most) throw tooLong();
    }
    return pieces;
  } catch (error) {
    if (once) wipe(pieces);
    throw error;
  }
}

/** All bytes of a stream, as long as they are no more than `most`. */
export async function readBounded(stream: AsyncIterable<Uint8Array | string>, bounds: Bounds): Promise<Buffer> {
  const pieces = await readPieces(stream, bounds);
  const [only, ...others] = pieces;
  return only !== undefined && others.length === 0 ? only : Buffer.concat(pieces);
}
