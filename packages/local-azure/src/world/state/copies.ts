import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { closeDatabase, openDatabase } from './database';
import { applicationId, SEALED_SINCE } from './schema';

/** Where SQLite's header says which version wrote the schema, and whose file it is (https://sqlite.org/fileformat.html). */
const HEADER = { bytes: 72, version: 60, application: 68 };

/** Whether a file is a state of an earlier version, in which secrets are written openly. */
function isOpen(file: string): boolean {
  const header = Buffer.alloc(HEADER.bytes);
  const handle = openSync(file, 'r');
  try {
    if (readSync(handle, header, 0, HEADER.bytes, 0) < HEADER.bytes) return false;
  } finally {
    closeSync(handle);
  }
  const version = header.readUInt32BE(HEADER.version);
  return header.readUInt32BE(HEADER.application) === applicationId && version > 0 && version < SEALED_SINCE;
}

/**
 * Seals the copies that an earlier version left beside a state file: of its last end, of an older schema, and worlds put aside. Answers a
 * sentence for each that must stay as it is.
 */
export function sealCopies(file: string): string[] {
  const folder = dirname(file);
  const base = basename(file);
  const isOlder = (name: string) => name.startsWith(base) && /^\.v\d+$/.test(name.slice(base.length));
  const isCopy = (name: string) => name === `${base}.last` || isOlder(name) || name.endsWith('.world');
  return readdirSync(folder)
    .filter(isCopy)
    .map((name) => join(folder, name))
    .filter(isOpen)
    .flatMap((copy) => {
      try {
        closeDatabase(openDatabase(copy, { keepOlder: false }).database);
        return [];
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return [`${copy} still holds keys and secrets openly, for it cannot be rewritten: ${reason}`];
      }
    });
}
