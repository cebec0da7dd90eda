import type * as z from 'zod';
import { LeaseLost } from '../../lease-lost';
import { readKept } from '../../store/read-row';
import type { LeasedRecords, RecordLease } from '../../store/leased-records';

interface KeptRecord {
  text: string;
  fence: number;
  holder: string | undefined;
  until: number;
  written: number;
}

const isHeld = ({ holder, until }: KeptRecord) => holder !== undefined && until > Date.now();

/** Such records as a process keeps them that needs no disk. */
export class MemoryLeasedRecords<Kept> implements LeasedRecords<Kept> {
  readonly #kept = new Map<string, KeptRecord>();
  readonly #record: z.ZodType<Kept>;
  readonly #keptMs: number;
  readonly #isKept: (record: Kept) => boolean;

  constructor(record: z.ZodType<Kept>, keptMs: number, isKept: (record: Kept) => boolean = () => false) {
    this.#record = record;
    this.#keptMs = keptMs;
    this.#isKept = isKept;
  }

  async find(id: string): Promise<{ record: Kept; isHeld: boolean } | undefined> {
    const kept = this.#kept.get(id);
    return kept && { record: this.#read(kept), isHeld: isHeld(kept) };
  }

  async list(prefix: string, most: number) {
    const all = [...this.#kept].filter(([id]) => id.startsWith(prefix)).toSorted(([, a], [, b]) => b.written - a.written);
    const found = all.slice(0, most).map(([id, one]) => {
      const kept: unknown = JSON.parse(one.text);
      return { id, kept, isHeld: isHeld(one), record: this.#record.safeParse(kept).data };
    });
    return {
      known: found.flatMap(({ id, isHeld, record }) => (record === undefined ? [] : [{ id, record, isHeld }])),
      unknown: found.flatMap(({ id, kept, record }) => (record === undefined ? [{ id, kept }] : [])),
    };
  }

  async takeBack(id: string): Promise<Kept | undefined> {
    const kept = this.#kept.get(id);
    if (!kept) return undefined;
    kept.fence += 1;
    kept.holder = undefined;
    return this.#read(kept);
  }

  async add(id: string, record: Kept): Promise<boolean> {
    if (this.#kept.has(id)) return false;
    await this.decide(id, record);
    return true;
  }

  async decide(id: string, record: Kept): Promise<void> {
    const fence = (this.#kept.get(id)?.fence ?? 0) + 1;
    this.#kept.set(id, { text: JSON.stringify(record), fence, holder: undefined, until: 0, written: Date.now() });
  }

  async note({ id, fence }: RecordLease, record: Kept, decided = false): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept?.fence !== fence) throw new LeaseLost();
    kept.text = JSON.stringify(record);
    if (decided) kept.written = Date.now();
  }

  async holders(ids: readonly string[]): Promise<Map<string, string>> {
    return new Map(
      ids.flatMap((id) => {
        const kept = this.#kept.get(id);
        return kept?.holder !== undefined && isHeld(kept) ? [[id, kept.holder] as const] : [];
      }),
    );
  }

  async lease(id: string, worker: string, milliseconds: number, from?: string): Promise<RecordLease | undefined> {
    const kept = this.#kept.get(id);
    if (!kept || (kept.holder !== worker && kept.holder !== from && isHeld(kept))) return undefined;
    if (kept.holder !== worker) kept.fence += 1;
    kept.holder = worker;
    kept.until = Date.now() + milliseconds;
    return { id, fence: kept.fence };
  }

  async release(id: string, worker: string): Promise<void> {
    const kept = this.#kept.get(id);
    if (kept?.holder === worker) kept.holder = undefined;
  }

  async remove(id: string): Promise<void> {
    this.#kept.delete(id);
  }

  sweep(): void {
    for (const [id, kept] of this.#kept)
      if (kept.written < Date.now() - this.#keptMs && !this.#isKept(this.#read(kept))) this.#kept.delete(id);
  }

  #read({ text }: KeptRecord): Kept {
    return readKept(this.#record, JSON.parse(text));
  }
}
