import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { columns, rawRows } from '../state/rows';
import type { Clock, ClockMode } from './clock';
import { readBack } from '../json';

interface Anchor {
  world: number;
  real: number;
  mode: ClockMode;
}

/**
 * The world's time as an anchor (this world moment was that real moment) and a pace. It never runs backwards, and does not stand while the
 * computer's clock catches up with itself. While nobody runs the world, it ages at the pace of the real time, or not at all when it stands.
 */
export class DurableClock implements Clock {
  readonly #database: DatabaseSync;
  readonly #save: StatementSync;
  #anchor: Anchor;
  /** The moment of the anchor on the monotonic clock, which stands while the computer sleeps. */
  #tick = performance.now();
  #latest = 0;
  #shown: number | undefined;
  /** Where the world waits while there is something to make up for. */
  #waiting: number | undefined;
  #reported = 0;

  constructor(database: DatabaseSync, mode: ClockMode | undefined) {
    this.#database = database;
    this.#save = database.prepare('INSERT OR REPLACE INTO clock (one, world_ms, real_ms, mode) VALUES (1, ?, ?, ?)');
    const stored = this.#load();
    const real = Date.now();
    const away = stored.mode.mode === 'standing' ? 0 : Math.max(0, real - stored.real);
    this.#anchor = { world: stored.world + away, real, mode: mode ?? stored.mode };
    this.save();
  }

  #load(): Anchor {
    const row = columns(rawRows(this.#database, 'SELECT world_ms, real_ms, mode FROM clock').get());
    if (!row) return { world: Date.now(), real: Date.now(), mode: { mode: 'real' } };
    const mode = readBack<ClockMode>(String(row[2]));
    return { world: Number(row[0]), real: Number(row[1]), mode };
  }

  get mode(): ClockMode {
    return this.#anchor.mode;
  }

  now(): number {
    if (this.#shown !== undefined) return this.#shown;
    this.#reported = this.#waiting ?? this.present();
    return this.#reported;
  }

  /** Until all is made up for, it is not later than this for anybody. */
  waitAt(moment: number): void {
    this.#waiting = Math.max(moment, this.#reported);
  }

  catchUp(): void {
    this.#waiting = undefined;
  }

  /** The time as it is, also while a step of the past is being made up for. */
  present(): number {
    const { world, real, mode } = this.#anchor;
    const pace = mode.mode === 'standing' ? 0 : mode.mode === 'real' ? 1 : mode.speed;
    const gone = Math.max(Date.now() - real, performance.now() - this.#tick);
    this.#latest = Math.max(this.#latest, Math.floor(world + gone * pace));
    return this.#latest;
  }

  /** Runs the work with the clock showing an earlier moment. */
  showing<T>(moment: number, work: () => T): T {
    this.#shown = moment;
    try {
      return work();
    } finally {
      this.#shown = undefined;
    }
  }

  setMode(mode: ClockMode): void {
    this.#moveAnchor(this.present(), mode);
    this.save();
  }

  forward(milliseconds: number): void {
    this.#moveAnchor(this.present() + milliseconds);
    this.save();
  }

  /** Goes on from the time that was stored when another world took this one's place, at the pace there is. */
  reload(): void {
    this.#moveAnchor(this.#load().world);
    this.#latest = 0;
    this.#reported = 0;
    this.catchUp();
    this.save();
  }

  #moveAnchor(world: number, mode = this.#anchor.mode): void {
    this.#anchor = { world, real: Date.now(), mode };
    this.#tick = performance.now();
  }

  /** Writes where the world is. With a quickened pace this belongs to every transaction, or a crash would set the time back. */
  save(): void {
    this.#save.run(this.present(), Date.now(), JSON.stringify(this.#anchor.mode));
  }
}
