interface Place<Head> {
  head: Head;
  start: number;
  end: number;
  /** On the monotonic clock. */
  until: number;
}

/**
 * Bytes that are kept for so many milliseconds, in one piece of memory beside V8's heap. What lives there for a moment is neither moved nor
 * looked through when V8 clears away. Where room is short, the oldest gives way; what has had its time is wiped, though nobody asks for it.
 */
export class KeptBytes<Head> {
  readonly #memory: Buffer;
  readonly #keptMs: number;
  /** The oldest first: as they lie behind one another from `#end` on, around the end of the memory. */
  readonly #places = new Map<string, Place<Head>>();
  #end = 0;
  #sweeping = false;

  constructor(size: number, keptMs: number) {
    this.#memory = Buffer.allocUnsafeSlow(size);
    this.#keptMs = keptMs;
  }

  /** The bytes are a view of the memory, to be copied where they are needed beyond this turn. */
  get(key: string): { head: Head; bytes: Buffer } | undefined {
    const place = this.#places.get(key);
    if (place === undefined || place.until <= performance.now()) return undefined;
    return { head: place.head, bytes: this.#memory.subarray(place.start, place.end) };
  }

  /** A text is kept as UTF-8. What is empty or longer than all of the memory is not kept. */
  keep(key: string, content: string | Buffer, head: Head): void {
    this.#wipe(key);
    const length = Buffer.byteLength(content);
    if (length === 0 || length > this.#memory.length) return;
    if (this.#end + length > this.#memory.length) {
      this.#wipeWhile(({ start }) => start >= this.#end);
      this.#end = 0;
    }
    const [start, end] = [this.#end, this.#end + length];
    this.#wipeWhile((oldest) => oldest.start < end && start < oldest.end);
    if (typeof content === 'string') this.#memory.write(content, start);
    else content.copy(this.#memory, start);
    this.#places.set(key, { head, start, end, until: performance.now() + this.#keptMs });
    this.#end = end;
    this.#sweepLater();
  }

  forget(isMeant: (key: string) => boolean): void {
    for (const key of this.#places.keys()) if (isMeant(key)) this.#wipe(key);
  }

  #wipe(key: string): void {
    const place = this.#places.get(key);
    if (place === undefined) return;
    this.#memory.fill(0, place.start, place.end);
    this.#places.delete(key);
  }

  /** From the oldest on. */
  #wipeWhile(isMeant: (place: Place<Head>) => boolean): void {
    for (const [key, place] of this.#places) {
      if (!isMeant(place)) return;
      this.#wipe(key);
    }
  }

  #sweepLater(): void {
    if (this.#sweeping) return;
    this.#sweeping = true;
    setTimeout(() => {
      this.#sweeping = false;
      this.#wipeWhile(({ until }) => until <= performance.now());
      if (this.#places.size > 0) this.#sweepLater();
    }, this.#keptMs).unref();
  }
}
