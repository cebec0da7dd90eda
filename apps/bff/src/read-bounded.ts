export interface Bounds {
  most: number;
  /** Makes what is thrown when there is more; the stream is left. */
  tooLong: () => Error;
  /** No piece stays behind in memory that others may be given. */
  once?: boolean;
}

/** All bytes of a stream, as long as they are no more than `most`. */
export async function readBounded(stream: AsyncIterable<Uint8Array | string>, { most, tooLong, once = false }: Bounds): Promise<Buffer> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  let whole: Buffer | undefined;
  try {
    for await (const piece of stream) {
      const read = typeof piece === 'string' ? Buffer.from(piece) : Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
      pieces.push(read);
      bytes += read.length;
      if (bytes > most) throw tooLong();
    }
    const [only, ...others] = pieces;
    whole = only !== undefined && others.length === 0 ? only : Buffer.concat(pieces, bytes);
    return whole;
  } finally {
    if (once) for (const piece of pieces) if (piece !== whole) piece.fill(0);
  }
}
