import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Moments are compared as text, whatever the language of the database is. */
const MOMENT = 'text collate "C"';

const LEASED = 'leased_by text, leased_until bigint not null default 0, fence integer not null default 0';

const ORDERS = [
  `create table installation (installation_id text not null)`,
  `insert into installation values (gen_random_uuid())`,
  `create table batches (
     batch_id text primary key,
     owner text not null,
     body_hash text not null,
     request text not null,
     started_at text not null,
     written_at ${MOMENT} not null,
     earlier_jobs text,
     ended bytea,
     ${LEASED}
   )`,
  `create index batches_of_owner on batches (owner)`,
  `create table machines (
     batch_id text not null references batches on delete cascade,
     position integer not null,
     vm_key text not null,
     vm_id text not null,
     state text not null,
     sent integer not null default 0,
     operation_id text,
     rule_id text,
     azure_code text,
     azure_message text,
     recommendation text,
     job_id text,
     checked_until text,
     primary key (batch_id, vm_key)
   )`,
  `create table machine_locks (vm_key text primary key, batch_id text not null, locked_until bigint not null)`,
  `create table intents (
     intent_id text primary key,
     owner text not null,
     body_hash text not null,
     written_at ${MOMENT} not null,
     state text not null,
     request_id text,
     sent_at text,
     checked_until text,
     job_id text
   )`,
  `create index intents_of_owner on intents (owner)`,
  `create table grants (
     position bigint generated always as identity,
     grant_id text primary key,
     tenant_id text not null,
     key_vault text not null,
     written_at ${MOMENT} not null,
     state text not null,
     record text not null
   )`,
  `create index grants_of_key_vault on grants (tenant_id, key_vault)`,
  `create table restore_plans (plan_id text primary key, written_at ${MOMENT} not null, record text not null, ${LEASED})`,
  `create table commands (
     position bigint generated always as identity primary key,
     command_id text not null,
     owner text not null,
     kind text not null,
     scope text not null,
     journey text,
     written_at ${MOMENT} not null,
     entry text not null check (octet_length(entry) <= 1024)
   )`,
  `create unique index commands_said_once on commands (command_id, owner, kind) where kind in ('asked', 'ended')`,
  `create index commands_by_id on commands (owner, command_id)`,
  `create index commands_of_owner on commands (owner, kind, written_at)`,
  `create index commands_of_journey on commands (scope, journey)`,
  `create index commands_of_scope on commands (scope, written_at)`,
  `create index commands_by_age on commands (written_at)`,
  `create function refuse_change() returns trigger language plpgsql as
     $$ begin raise exception 'recorded commands never change'; end $$`,
  `create trigger commands_never_change before update on commands for each row execute function refuse_change()`,
];

const SEGMENTS = `create table command_segments (
     number integer primary key,
     first_position bigint not null,
     last_position bigint not null,
     entries integer not null,
     before text not null,
     hash text not null,
     closed_at ${MOMENT} not null,
     removed_at ${MOMENT}
   )`;

const RECOVERY_PLANS = `create table recovery_plans (plan_id text primary key, written_at ${MOMENT} not null, record text not null, ${LEASED})`;

const SCREENS = `create table screens (
     plan_id text not null references recovery_plans on delete cascade,
     sha256 text not null,
     type text not null,
     folded bytea not null,
     primary key (plan_id, sha256)
   )`;

const STORAGE_DAYS = [
  `create table storage_days (
     vault text not null,
     day text collate "C" not null,
     seen_at ${MOMENT} not null,
     usage text not null,
     primary key (vault, day)
   )`,
  `create index storage_days_by_age on storage_days (seen_at)`,
];

/** The tables of SQLite's files, and by what number this database is known again. */
export const MIGRATIONS: Record<string, Migration> = {
  '0001-orders': {
    async up(db) {
      for (const statement of ORDERS) await sql.raw(statement).execute(db);
    },
  },
  '0002-segments': {
    async up(db) {
      await sql.raw(SEGMENTS).execute(db);
    },
    async down(db) {
      await sql`drop table command_segments`.execute(db);
    },
  },
  '0003-recovery-plans': {
    async up(db) {
      await sql.raw(RECOVERY_PLANS).execute(db);
    },
    async down(db) {
      await sql`drop table recovery_plans`.execute(db);
    },
  },
  '0004-screens': {
    async up(db) {
      await sql.raw(SCREENS).execute(db);
    },
    async down(db) {
      await sql`drop table screens`.execute(db);
    },
  },
  '0005-storage-days': {
    async up(db) {
      for (const statement of STORAGE_DAYS) await sql.raw(statement).execute(db);
    },
    async down(db) {
      await sql`drop table storage_days`.execute(db);
    },
  },
};
