import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isStorageFailure } from '../state/database';
import type { DurableClock } from './durable-clock';
import { columns, rawRows } from '../state/rows';
import type { Schedule, Step, StepHandler } from './schedule';

interface Writing {
  write: (work: () => void) => void;
  /** Part of a write: when it throws, what it changed is undone and the write can go on. */
  attempt: (work: () => void) => void;
}

/** How long steps are run before what they did is put on the disk. */
const TOGETHER_MS = 50;

/** The schedule as a table. Steps of the same moment run in the order they were planned. */
export class DurableSchedule implements Schedule {
  readonly #clock: DurableClock;
  readonly #writing: Writing;
  readonly #handlers = new Map<string, { run: StepHandler; giveUp: StepHandler | undefined }>();
  readonly #insert: StatementSync;
  readonly #remove: StatementSync;
  readonly #first: StatementSync;
  readonly #lastSequence: StatementSync;
  #sequence: number | undefined;
  #nextDue: number | undefined;
  #settling = false;

  constructor(database: DatabaseSync, clock: DurableClock, writing: Writing) {
    this.#clock = clock;
    this.#writing = writing;
    this.#insert = database.prepare('INSERT OR REPLACE INTO steps (id, due_at, kind, payload, sequence) VALUES (?, ?, ?, ?, ?)');
    this.#remove = database.prepare('DELETE FROM steps WHERE id = ?');
    this.#first = rawRows(database, 'SELECT id, due_at, kind, payload FROM steps ORDER BY due_at, sequence LIMIT 1');
    this.#lastSequence = rawRows(database, 'SELECT max(sequence) FROM steps');
  }

  plan(step: Step): void {
    const dueAt = Math.ceil(step.dueAt);
    this.#sequence = (this.#sequence ?? Number(columns(this.#lastSequence.get())?.[0] ?? 0)) + 1;
    this.#insert.run(step.id, dueAt, step.kind, JSON.stringify(step.payload ?? null), this.#sequence);
    this.#nextDue = undefined;
  }

  cancel(id: string): void {
    this.#remove.run(id);
    this.#nextDue = undefined;
  }

  on(kind: string, run: StepHandler, giveUp?: StepHandler): void {
    this.#handlers.set(kind, { run, giveUp });
  }

  /** The table was changed behind our back. */
  forget(): void {
    this.#nextDue = undefined;
    this.#sequence = undefined;
  }

  settle(within = Infinity): boolean {
    if (this.#settling) return true;
    this.#settling = true;
    const end = performance.now() + within;
    try {
      for (let step = this.#due(); step; step = this.#due()) {
        this.#runTogether(Math.min(end, performance.now() + TOGETHER_MS));
        const next = performance.now() < end ? undefined : this.#due();
        if (!next) continue;
        this.#clock.waitAt(next.dueAt);
        return false;
      }
      this.#clock.catchUp();
      return true;
    } finally {
      this.#settling = false;
    }
  }

  /** One transaction for many steps: putting each on the disk by itself would take most of the time. */
  #runTogether(end: number): void {
    try {
      this.#writing.write(() => {
        for (let step = this.#due(); step; step = this.#due()) {
          this.#run(step);
          if (performance.now() >= end) return;
        }
      });
    } finally {
      this.#nextDue = undefined;
    }
  }

  #due(): Step | undefined {
    const present = this.#clock.present();
    if (this.#nextDue !== undefined && this.#nextDue > present) return undefined;
    const row = columns(this.#first.get());
    this.#nextDue = row ? Number(row[1]) : Number.POSITIVE_INFINITY;
    if (!row || this.#nextDue > present) return undefined;
    const payload: unknown = JSON.parse(String(row[3]));
    return { id: String(row[0]), dueAt: this.#nextDue, kind: String(row[2]), payload };
  }

  /**
   * A step that fails is dropped with what it had begun to change, and reported: it must not hold up those after it, and what waits for it
   * must end all the same. A disk that fails is no fault of the step, which stays for better times.
   */
  #run(step: Step): void {
    this.#nextDue = undefined;
    this.#remove.run(step.id);
    try {
      this.#clock.showing(step.dueAt, () =>
        this.#writing.attempt(() => {
          const handler = this.#handlers.get(step.kind);
          if (!handler) throw new Error(`Nobody knows how to run a step of kind ${step.kind}.`);
          handler.run(step.payload, step);
        }),
      );
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      console.error(`Step ${step.id} (${step.kind}) failed and was dropped.`, error);
      this.#nextDue = undefined;
      this.#giveUp(step);
    }
  }

  #giveUp(step: Step): void {
    const { giveUp } = this.#handlers.get(step.kind) ?? {};
    if (!giveUp) return;
    try {
      this.#clock.showing(step.dueAt, () => this.#writing.attempt(() => giveUp(step.payload, step)));
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      console.error(`What waited for step ${step.id} could not be ended.`, error);
    }
  }
}
