import { write } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const MOST_WAITING = 1024 * 1024;
/** A pipe that is full is tried again after that. */
const AGAIN_MS = 100;
/** So long a server that ends waits for its last lines. */
const LAST_MS = 250;

const writeTo = promisify(write);

/** Who is told of lines that are not written. */
interface Told {
  /** It cannot be written, or nobody reads and there is no more room for what waits; the next line is a new try. */
  failed(error: unknown): void;
  /** So many lines are missing at this place. */
  lacks(lines: number): void;
}

const sinks = new Set<LineSink>();

/**
 * Lines to a file, or to what the process was given by number. A full disk, or nobody reading, holds up nothing: lines beyond what may
 * wait are left out and counted.
 */
export class LineSink {
  readonly #write: (bytes: Buffer) => Promise<number>;
  readonly #told: Told;
  #waiting: Buffer[] = [];
  #size = 0;
  #left = 0;
  #writing: Promise<void> | undefined;
  #isInCall = false;

  constructor(place: number | string, told: Told) {
    this.#write = typeof place === 'number' ? async (bytes) => (await writeTo(place, bytes)).bytesWritten : (bytes) => append(place, bytes);
    this.#told = told;
    sinks.add(this);
  }

  /** A call of the system writes for it: a pipe that nobody reads holds it, and with it the end of the process. */
  get isInCall(): boolean {
    return this.#isInCall;
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    if (this.#size + bytes.length > MOST_WAITING) {
      this.#left += 1;
      if (this.#left === 1) this.#told.failed(new Error('Nobody reads what is written.'));
    } else {
      this.#waiting.push(bytes);
      this.#size += bytes.length;
    }
    if (this.#waiting.length > 0) this.#writing ??= this.#writeOut();
  }

  /** As pino asks for it. */
  async flush(done: () => void): Promise<void> {
    await this.written();
    done();
  }

  /** Once nothing waits, or what waits cannot be written. */
  async written(): Promise<void> {
    await this.#writing;
  }

  async #writeOut(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        await this.#writeSome();
        if (this.#waiting.length === 0) this.#tellLeft();
      }
    } catch (error) {
      this.#told.failed(error);
    } finally {
      this.#writing = undefined;
    }
  }

  async #writeSome(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting);
    this.#waiting = [bytes];
    this.#isInCall = true;
    const written = await this.#write(bytes)
      .catch((error: unknown) => (isFull(error) ? 0 : Promise.reject(error)))
      .finally(() => (this.#isInCall = false));
    this.#size -= written;
    this.#waiting.splice(0, 1, ...(written < bytes.length ? [bytes.subarray(written)] : []));
    if (written === 0) await wait(AGAIN_MS, undefined, { ref: false });
  }

  #tellLeft(): void {
    const lines = this.#left;
    this.#left = 0;
    if (lines > 0) this.#told.lacks(lines);
  }
}

/** Opened each time, so that a file that was moved away is followed by a new one. */
async function append(file: string, bytes: Buffer): Promise<number> {
  await mkdir(dirname(file), { recursive: true });
  const opened = await open(file, 'a', 0o600);
  try {
    return (await opened.write(bytes)).bytesWritten;
  } finally {
    await opened.close();
  }
}

const isFull = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'EAGAIN';

/** Ends the process with its last lines, or without those that nobody reads. */
export async function leave(code: number): Promise<never> {
  await Promise.race([Promise.all([...sinks].map((sink) => sink.written())), wait(LAST_MS)]);
  // Node would wait for that call until somebody reads.
  if ([...sinks].some(({ isInCall }) => isInCall)) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}
