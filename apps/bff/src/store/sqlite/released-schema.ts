/** What files of the releases before this schema went through, one step per version; `user_version` says how many have been taken. */
export const RELEASED_STEPS = [
  `CREATE TABLE batches (
     batch_id TEXT PRIMARY KEY,
     owner TEXT NOT NULL,
     body_hash TEXT NOT NULL,
     request TEXT NOT NULL,
     started_at TEXT NOT NULL,
     earlier_jobs TEXT,
     leased_by TEXT,
     leased_until INTEGER NOT NULL DEFAULT 0
   ) STRICT;
   CREATE TABLE machines (
     batch_id TEXT NOT NULL REFERENCES batches ON DELETE CASCADE,
     position INTEGER NOT NULL,
     vm_key TEXT NOT NULL,
     vm_id TEXT NOT NULL,
     state TEXT NOT NULL,
     sent INTEGER NOT NULL DEFAULT 0,
     operation_id TEXT,
     rule_id TEXT,
     azure_code TEXT,
     azure_message TEXT,
     recommendation TEXT,
     job_id TEXT,
     PRIMARY KEY (batch_id, vm_key)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE machine_locks (
     vm_key TEXT PRIMARY KEY,
     batch_id TEXT NOT NULL,
     locked_until INTEGER NOT NULL
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE intents (
     intent_id TEXT PRIMARY KEY,
     owner TEXT NOT NULL,
     body_hash TEXT NOT NULL,
     written_at TEXT NOT NULL,
     state TEXT NOT NULL,
     earlier_jobs TEXT,
     job_id TEXT
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE grants (
     grant_id TEXT PRIMARY KEY,
     tenant_id TEXT NOT NULL,
     key_vault TEXT NOT NULL,
     written_at TEXT NOT NULL,
     state TEXT NOT NULL,
     record TEXT NOT NULL
   ) STRICT;
   CREATE INDEX grants_of_key_vault ON grants (tenant_id, key_vault);`,
  `ALTER TABLE batches ADD COLUMN ended BLOB;
   ALTER TABLE batches ADD COLUMN written_at TEXT NOT NULL DEFAULT '';
   UPDATE batches SET written_at = started_at;
   CREATE INDEX batches_of_owner ON batches (owner);
   CREATE INDEX intents_of_owner ON intents (owner);
   DELETE FROM intents WHERE state = 'written';`,
  `ALTER TABLE intents DROP COLUMN earlier_jobs;
   ALTER TABLE intents ADD COLUMN request_id TEXT;
   ALTER TABLE intents ADD COLUMN sent_at TEXT;
   ALTER TABLE intents ADD COLUMN checked_until TEXT;
   ALTER TABLE machines ADD COLUMN checked_until TEXT;`,
  `ALTER TABLE batches ADD COLUMN fence INTEGER NOT NULL DEFAULT 0;`,
  `CREATE TABLE restore_plans (
     plan_id TEXT PRIMARY KEY,
     written_at TEXT NOT NULL,
     record TEXT NOT NULL,
     leased_by TEXT,
     leased_until INTEGER NOT NULL DEFAULT 0,
     fence INTEGER NOT NULL DEFAULT 0
   ) STRICT;`,
  `CREATE TABLE commands (
     position INTEGER PRIMARY KEY,
     command_id TEXT NOT NULL,
     owner TEXT NOT NULL,
     kind TEXT NOT NULL,
     scope TEXT NOT NULL,
     journey TEXT,
     written_at TEXT NOT NULL,
     entry TEXT NOT NULL CHECK (length(CAST(entry AS BLOB)) <= 1024)
   ) STRICT;
   CREATE UNIQUE INDEX commands_said_once ON commands (command_id, owner, kind) WHERE kind IN ('asked', 'ended');
   CREATE INDEX commands_by_id ON commands (owner, command_id);
   CREATE INDEX commands_of_owner ON commands (owner, kind, written_at);
   CREATE INDEX commands_of_journey ON commands (scope, journey);
   CREATE INDEX commands_of_scope ON commands (scope, written_at);
   CREATE INDEX commands_by_age ON commands (written_at);
   CREATE TRIGGER commands_never_change BEFORE UPDATE ON commands BEGIN SELECT RAISE(ABORT, 'recorded commands never change'); END;`,
];
