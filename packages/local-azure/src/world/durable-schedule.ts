import type Database from 'libsql';
import { isStorageFailure } from './database';
import type { DurableClock } from './durable-clock';
import { columns } from './rows';
import type { Schedule, Step, StepHandler } from './schedule';

/** The schedule as a table. Steps of the same moment run in the order they were planned. */
export class DurableSchedule implements Schedule {
  readonly #clock: DurableClock;
  readonly #write: (work: () => void) => void;
  readonly #handlers = new Map<string, { run: StepHandler; giveUp: StepHandler | undefined }>();
  readonly #insert: Database.Statement;
  readonly #remove: Database.Statement;
  readonly #first: Database.Statement;
  #nextDue: number | undefined;
  #settling = false;

  constructor(database: Database.Database, clock: DurableClock, write: (work: () => void) => void) {
    this.#clock = clock;
    this.#write = write;
    this.#insert = database.prepare(
      'INSERT OR REPLACE INTO steps (id, due_at, kind, payload, sequence) VALUES (?, ?, ?, ?, (SELECT coalesce(max(sequence), 0) + 1 FROM steps))',
    );
    this.#remove = database.prepare('DELETE FROM steps WHERE id = ?');
    this.#first = database.prepare('SELECT id, due_at, kind, payload FROM steps ORDER BY due_at, sequence LIMIT 1').raw();
  }

  plan(step: Step): void {
    const dueAt = Math.ceil(step.dueAt);
    this.#insert.run(step.id, dueAt, step.kind, JSON.stringify(step.payload ?? null));
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
  }

  settle(): void {
    if (this.#settling) return;
    this.#settling = true;
    try {
      for (let step = this.#due(); step; step = this.#due()) this.#run(step);
    } finally {
      this.#settling = false;
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
    try {
      this.#clock.showing(step.dueAt, () =>
        this.#write(() => {
          this.#remove.run(step.id);
          const handler = this.#handlers.get(step.kind);
          if (!handler) throw new Error(`Nobody knows how to run a step of kind ${step.kind}.`);
          handler.run(step.payload, step);
        }),
      );
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      console.error(`Step ${step.id} (${step.kind}) failed and was dropped.`, error);
      this.#write(() => this.#remove.run(step.id));
      this.#nextDue = undefined;
      this.#giveUp(step);
    }
  }

  #giveUp(step: Step): void {
    const { giveUp } = this.#handlers.get(step.kind) ?? {};
    if (!giveUp) return;
    try {
      this.#clock.showing(step.dueAt, () => this.#write(() => giveUp(step.payload, step)));
    } catch (error) {
      if (isStorageFailure(error)) throw error;
      console.error(`What waited for step ${step.id} could not be ended.`, error);
    }
  }
}
