import type { Kysely, RawBuilder } from 'kysely';
import type { Tables } from './tables';

/** What is needed to look at what is there. */
export interface ReadDatabase {
  db: Kysely<Tables>;
  /** The moment so many milliseconds ago by the database's clock. */
  momentAgo: (milliseconds: number) => RawBuilder<string>;
}

/** What the stores need of a database, and the little in which SQLite and PostgreSQL differ. */
export interface Database extends ReadDatabase {
  /** Milliseconds since 1970 by the database's clock. */
  now: () => RawBuilder<number>;
  /** The number of a command's next entry, which none has had before; undefined where the database sees to that. */
  nextPosition: RawBuilder<number> | undefined;
  /** At the end of a subquery: the rows it finds stay as they are until the statement is over. */
  forShare: RawBuilder<unknown>;
  /** Amid a transaction: nobody else goes on from here with the same name before it is over; undefined where no two are under way at once. */
  alone: ((name: string) => RawBuilder<unknown>) | undefined;
  /** Whether a worker that holds a lease is certainly gone; undefined where workers are on other machines, whose leases end by themselves. */
  isGone: ((worker: string) => boolean) | undefined;
  /** Whether an order could be written now. */
  isOpen: () => Promise<boolean>;
  /** Tells those who run the server. */
  say: (sentence: string) => void;
  close: () => void;
}
