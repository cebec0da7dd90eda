import type { DatabaseSync } from 'node:sqlite';
import { installationKey, keyFileOf, readInstallationKey } from './installation-key';
import { columns, rawRows } from './rows';
import { documentLabel, pieceLabel, SEALED, storedKey } from './sealed-rows';
import { Sealing } from './sealing';
import { StateError } from './state-error';

const PROOF = 'sealed by this installation';

/** The sealed collections, as a list in SQL. */
export const SEALED_NAMES = [...SEALED].map((name) => `'${name}'`).join(', ');

/**
 * What seals a state file; nothing for a world in memory. A file of an earlier version, in which nothing is sealed, is rewritten, so that
 * no page of it holds what was written openly.
 * @throws StateError when it was sealed with another key than the one that lies beside it, or there is none
 */
export function openSealing(database: DatabaseSync, file: string): Sealing | undefined {
  if (file === ':memory:') return undefined;
  const [swept] = columns(rawRows(database, 'SELECT swept FROM world').get()) ?? [];
  const known = sealingOf(database, file);
  const sealing = known ?? new Sealing(installationKey(file));
  if (!known) sealAll(database, sealing);
  if (swept === 0) sweep(database);
  return sealing;
}

/** What was deleted before lies in free pages and in the log until both are written again. */
function sweep(database: DatabaseSync): void {
  database.exec('VACUUM; UPDATE world SET swept = 1; PRAGMA wal_checkpoint(TRUNCATE)');
}

/** What a state was sealed with; undefined when it is not sealed yet. @throws StateError as above */
export function sealingOf(database: DatabaseSync, file: string): Sealing | undefined {
  const [proof] = columns(rawRows(database, 'SELECT proof FROM world').get()) ?? [];
  if (!(proof instanceof Uint8Array)) return undefined;
  const key = readInstallationKey(file);
  const sealing = key && new Sealing(key);
  try {
    if (sealing?.open(PROOF, proof).toString() === PROOF) return sealing;
  } catch {
    // Another key.
  }
  const what = key ? `was sealed with another key than ${keyFileOf(file)}` : `is sealed, and its key ${keyFileOf(file)} is gone`;
  throw new StateError('key', `The state file ${file} ${what}; put that key back, or move the state away to start with a new world.`);
}

/** Seals all that must be, and says in the same transaction that it is sealed. */
function sealAll(database: DatabaseSync, sealing: Sealing): void {
  const found = rawRows(database, `SELECT rowid, collection, key, json FROM documents WHERE collection IN (${SEALED_NAMES})`).all();
  const pieces = rawRows(database, 'SELECT rowid, piece FROM contents').all();
  const document = database.prepare('UPDATE documents SET key = ?, json = ? WHERE rowid = ?');
  const bytes = rawRows(database, 'SELECT bytes FROM contents WHERE rowid = ?');
  const content = database.prepare('UPDATE contents SET bytes = ? WHERE rowid = ?');
  database.exec('BEGIN IMMEDIATE');
  for (const row of found) {
    const [rowid, collection, name, json] = (columns(row) ?? []).map(String);
    const key = storedKey(collection ?? '', name ?? '');
    document.run(key, sealing.seal(documentLabel(collection ?? '', key), json ?? ''), Number(rowid));
  }
  for (const row of pieces) {
    const [rowid, piece] = (columns(row) ?? []).map(Number);
    const [plain] = columns(bytes.get(rowid ?? 0)) ?? [];
    if (plain instanceof Uint8Array) content.run(sealing.seal(pieceLabel(piece ?? 0), plain), rowid ?? 0);
  }
  database.prepare('UPDATE world SET proof = ?').run(sealing.seal(PROOF, PROOF));
  database.exec('COMMIT');
}
