import { inSlices, type Slices } from '../../world/time/slices';
import type { World } from '../../world/world';
import type { PackedTable } from './packed-table';

interface Asking {
  /** What the answer depends on besides the question, as text. */
  state: () => string;
  /** Whether pages have been answered already. */
  goesOn: boolean;
  evaluate: () => Slices<PackedTable>;
}

interface Kept {
  /** Of the world when the evaluation began; undefined while it waits for its turn. */
  state: string | undefined;
  /** When that was, in milliseconds of this computer. */
  since: number;
  result: Promise<PackedTable>;
  bytes: number;
}

/** How much is kept: about thirty lists of ten thousand machines. What was not asked for longest goes first. */
const MOST_BYTES = 32 * 1024 * 1024;
/** How long the pages after the first are those of the same evaluation, though the world has changed. */
const PAGED_MS = 30_000;

/** The answers of one world. Questions are evaluated one after another, so that the rows of no more than one are in memory. */
export class KeptResults {
  readonly #kept = new Map<string, Kept>();
  #last: Promise<unknown> = Promise.resolve();

  /** How many answers are kept. */
  get size(): number {
    return this.#kept.size;
  }

  answer(question: string, asking: Asking): Promise<PackedTable> {
    const known = this.#kept.get(question);
    if (known && serves(known, asking)) return this.#keep(question, known).result;
    const fresh: Kept = {
      state: undefined,
      since: 0,
      result: this.#last.then(() => this.#begin(question, fresh, asking)),
      bytes: 0,
    };
    this.#last = fresh.result.catch(() => undefined);
    return this.#keep(question, fresh).result;
  }

  async #begin(question: string, fresh: Kept, { state, evaluate }: Asking): Promise<PackedTable> {
    fresh.state = state();
    fresh.since = performance.now();
    try {
      const table = await inSlices(evaluate());
      fresh.bytes = table.bytes;
      this.#drop();
      return table;
    } catch (error) {
      if (this.#kept.get(question) === fresh) this.#kept.delete(question);
      throw error;
    }
  }

  /** The last in the order of the map was asked for last. */
  #keep(question: string, one: Kept): Kept {
    this.#kept.delete(question);
    this.#kept.set(question, one);
    return one;
  }

  #drop(): void {
    let bytes = [...this.#kept.values()].reduce((sum, kept) => sum + kept.bytes, 0);
    for (const [question, kept] of this.#kept) {
      if (bytes <= MOST_BYTES) return;
      this.#kept.delete(question);
      bytes -= kept.bytes;
    }
  }
}

function serves(kept: Kept, { state, goesOn }: Asking): boolean {
  return kept.state === undefined || (goesOn && performance.now() - kept.since < PAGED_MS) || kept.state === state();
}

const results = new WeakMap<World, KeptResults>();

/**
 * The answer to a question: the kept one where its state is still the same or where the question goes on after its first page, else
 * a new one. Equal questions share one evaluation, which begins when those before it are done.
 */
export function keptResult(world: World, question: string, asking: Asking): Promise<PackedTable> {
  let kept = results.get(world);
  if (!kept) results.set(world, (kept = new KeptResults()));
  return kept.answer(question, asking);
}
