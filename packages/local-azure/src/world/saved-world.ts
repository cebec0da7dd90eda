import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { closeDatabase, openDatabase } from './database';
import { makePrivateFile } from './private-files';

const TABLES = ['documents', 'resources', 'steps', 'clock', 'contents'];

function remove(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

/** Writes a consistent copy of the state, in place of one that may be there: as a whole or not at all. */
export function copyInto(database: DatabaseSync, file: string): void {
  const draft = `${file}.new`;
  remove(draft);
  makePrivateFile(draft);
  database.prepare('VACUUM INTO ?').run(draft);
  renameSync(draft, file);
}

/** Checks a copy and brings it up to date; what is saved stays as it is. @throws StateError */
function prepare(file: string, draft: string): void {
  remove(draft);
  makePrivateFile(draft);
  writeFileSync(draft, readFileSync(file));
  try {
    closeDatabase(openDatabase(draft, { keepOlder: false }));
  } catch (error) {
    remove(draft);
    throw error;
  }
}

/**
 * Replaces everything in the state by what a copy holds, while `write` holds a transaction open.
 * @throws StateError when the copy is damaged, not ours or newer; an Error with code ENOENT when there is none
 */
export function replaceFrom(database: DatabaseSync, file: string, write: (work: () => void) => void, last: () => void): void {
  const draft = `${file}.loading`;
  prepare(file, draft);
  try {
    database.prepare('ATTACH ? AS saved').run(draft);
    try {
      write(() => {
        for (const table of TABLES) database.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM saved.${table}`);
        last();
      });
    } finally {
      database.exec('DETACH saved');
    }
  } finally {
    remove(draft);
  }
}
