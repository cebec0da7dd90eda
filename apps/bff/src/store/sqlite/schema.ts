import type { DatabaseSync } from 'node:sqlite';
import type { Migration } from 'kysely/migration';
import { RELEASED_STEPS } from './released-schema';

/** SQLite's own number of a schema, which earlier releases look at too, before and after. */
export const versionOf = (database: DatabaseSync): number => Number(database.prepare('PRAGMA user_version').get()?.['user_version']);

const FIRST = RELEASED_STEPS.length + 1;

/** PostgreSQL has no number of a row by itself: the order in which grants were written is a column in both. */
const NUMBERED_GRANTS = `CREATE TABLE numbered_grants (
     position INTEGER PRIMARY KEY,
     grant_id TEXT NOT NULL UNIQUE,
     tenant_id TEXT NOT NULL,
     key_vault TEXT NOT NULL,
     written_at TEXT NOT NULL,
     state TEXT NOT NULL,
     record TEXT NOT NULL
   ) STRICT;
   INSERT INTO numbered_grants SELECT rowid, * FROM grants;
   DROP TABLE grants;
   ALTER TABLE numbered_grants RENAME TO grants;
   CREATE INDEX grants_of_key_vault ON grants (tenant_id, key_vault);`;

const SEGMENTS = `CREATE TABLE command_segments (
     number INTEGER PRIMARY KEY,
     first_position INTEGER NOT NULL,
     last_position INTEGER NOT NULL,
     entries INTEGER NOT NULL,
     before TEXT NOT NULL,
     hash TEXT NOT NULL,
     closed_at TEXT NOT NULL,
     removed_at TEXT
   ) STRICT;`;

const RECOVERY_PLANS = `CREATE TABLE recovery_plans (
     plan_id TEXT PRIMARY KEY,
     written_at TEXT NOT NULL,
     record TEXT NOT NULL,
     leased_by TEXT,
     leased_until INTEGER NOT NULL DEFAULT 0,
     fence INTEGER NOT NULL DEFAULT 0
   ) STRICT;`;

const SCREENS = `CREATE TABLE screens (
     plan_id TEXT NOT NULL REFERENCES recovery_plans ON DELETE CASCADE,
     sha256 TEXT NOT NULL,
     type TEXT NOT NULL,
     folded BLOB NOT NULL,
     PRIMARY KEY (plan_id, sha256)
   ) STRICT;`;

const STORAGE_DAYS = `CREATE TABLE storage_days (
     vault TEXT NOT NULL,
     day TEXT NOT NULL,
     seen_at TEXT NOT NULL,
     usage TEXT NOT NULL,
     PRIMARY KEY (vault, day)
   ) STRICT, WITHOUT ROWID;
   CREATE INDEX storage_days_by_age ON storage_days (seen_at);`;

/** What makes the tables, of a new file or of one that any earlier release has written. */
export const migrationsOf = (database: DatabaseSync): Record<string, Migration> => ({
  '0001-orders': {
    async up() {
      for (const step of RELEASED_STEPS.slice(versionOf(database))) database.exec(step);
      database.exec(`${NUMBERED_GRANTS} PRAGMA user_version = ${FIRST}`);
    },
  },
  '0002-segments': {
    async up() {
      database.exec(`${SEGMENTS} PRAGMA user_version = ${FIRST + 1}`);
    },
    async down() {
      database.exec(`DROP TABLE command_segments; PRAGMA user_version = ${FIRST}`);
    },
  },
  '0003-recovery-plans': {
    async up() {
      database.exec(`${RECOVERY_PLANS} PRAGMA user_version = ${FIRST + 2}`);
    },
    async down() {
      database.exec(`DROP TABLE recovery_plans; PRAGMA user_version = ${FIRST + 1}`);
    },
  },
  '0004-screens': {
    async up() {
      database.exec(`${SCREENS} PRAGMA user_version = ${FIRST + 3}`);
    },
    async down() {
      database.exec(`DROP TABLE screens; PRAGMA user_version = ${FIRST + 2}`);
    },
  },
  '0005-storage-days': {
    async up() {
      database.exec(`${STORAGE_DAYS} PRAGMA user_version = ${FIRST + 4}`);
    },
    async down() {
      database.exec(`DROP TABLE storage_days; PRAGMA user_version = ${FIRST + 3}`);
    },
  },
});

/** `user_version` of a file with all migrations. */
export const LATEST_VERSION = FIRST + 4;
