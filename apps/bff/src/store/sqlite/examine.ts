import type { DatabaseSync } from 'node:sqlite';
import * as z from 'zod';
import { StoreError } from '../store-error';
import { isDamage } from './node-sqlite';
import { LATEST_VERSION, versionOf } from './schema';

const tables = z.object({ all: z.int(), ours: z.int() });

/** Another program's file is left as it is. */
export function refuseForeign(database: DatabaseSync, file: string): void {
  const named = `SELECT count(*) AS "all", count(CASE name WHEN 'batches' THEN 1 END) AS ours FROM sqlite_schema WHERE type = 'table'`;
  const { all, ours } = tables.parse(database.prepare(named).get());
  if (all > 0 && ours === 0) throw new StoreError(`The file ${file} belongs to another program; choose another folder with TRESOR_DATA.`);
}

/** What is damaged is refused at the start and left as it was: later it would fail at one command or another, for good. */
export function inspect(database: DatabaseSync, file: string): void {
  const { quick_check: verdict } = z.object({ quick_check: z.string() }).parse(database.prepare('PRAGMA quick_check(1)').get());
  if (verdict !== 'ok') throw damaged(file);
}

export function refuseNewer(database: DatabaseSync, file: string): void {
  if (versionOf(database) > LATEST_VERSION) throw new StoreError(`The store ${file} was written by a newer version of Tresor.`);
}

export function refuseOlder(database: DatabaseSync, file: string): void {
  const version = versionOf(database);
  if (version < LATEST_VERSION)
    throw new StoreError(`The store ${file} has version ${version}; this version of Tresor reads ${LATEST_VERSION} alone.`);
}

const damaged = (file: string) => new StoreError(`The store ${file} is damaged or not a store; move it away to start with an empty one.`);

export function refusal(file: string, error: unknown): StoreError {
  if (error instanceof StoreError) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  if (isDamage(cause)) return damaged(file);
  return new StoreError(`The store ${file} cannot be opened or written; check its owner and the folder's permissions.`);
}
