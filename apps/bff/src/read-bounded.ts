export interface Bounds {
  most: number;
  /** Makes what is thrown when there is more; the stream is left. */
  tooLong: () => Error;
  /** No piece stays behind in memory that others may be given. */
  once?: boolean;
}

/** All bytes of a stream, as long as they are no more than `most`. */
export async function readBounded(stream: AsyncIterable<Uint8Array | string>, { most, tooLong, once = false }: Bounds): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const piece of stream) {
      const read = typeof piece === 'string' ? Buffer.from(piece) : piece;
      pieces.push(read);
      bytes += read.length;
      if (bytes > most) throw tooLong();
    }
    return Buffer.concat(pieces, bytes);
  } finally {
    if (once) for (const piece of pieces) piece.fill(0);
  }
}
