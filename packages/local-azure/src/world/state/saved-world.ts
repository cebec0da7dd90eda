import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { closeDatabase, openDatabase, type OpenState } from './database';
import { makePrivateFile } from './private-files';
import { documentLabel, openedText, pieceLabel, SEALED } from './sealed-rows';
import { SEALED_NAMES } from './sealed-state';
import type { Sealing } from './sealing';

const AS_THEY_ARE = ['resources', 'steps', 'clock'];

function remove(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal']) rmSync(file + end, { force: true });
}

/** Writes a consistent copy of the state, beside it, in place of one that may be there: as a whole or not at all. */
export function copyInto(database: DatabaseSync, file: string): void {
  const draft = `${file}.new`;
  remove(draft);
  makePrivateFile(draft);
  database.prepare('VACUUM INTO ?').run(draft);
  renameSync(draft, file);
}

/** Writes the world to a file as a world of its own, sealed with the key of that file's folder: as a whole or not at all. */
export function saveInto({ database, sealing }: OpenState, file: string): void {
  const draft = `${file}.new`;
  remove(draft);
  const copy = openDatabase(draft, { keepOlder: false });
  closeDatabase(copy.database);
  attached(database, draft, 'copy', () => copyRows(database, ['main', sealing], ['copy', copy.sealing]));
  renameSync(draft, file);
}

function attached(database: DatabaseSync, file: string, name: string, work: () => void): void {
  database.prepare(`ATTACH ? AS ${name}`).run(file);
  try {
    work();
  } finally {
    database.exec(`DETACH ${name}`);
  }
}

type Place = [schema: string, sealing: Sealing | undefined];

/** Replaces all rows of one place by those of the other; what is sealed there is sealed here with the key of here. */
function copyRows(database: DatabaseSync, [from, opening]: Place, [to, sealing]: Place): void {
  database.function('resealed_document', (collection, key, json) => {
    const label = documentLabel(String(collection), String(key));
    const text = openedText(opening, label, json) ?? '';
    return sealing && SEALED.has(String(collection)) ? sealing.seal(label, text) : text;
  });
  database.function('resealed_piece', (piece, bytes) => {
    if (!(bytes instanceof Uint8Array)) return bytes;
    const label = pieceLabel(Number(piece));
    const plain = opening ? opening.open(label, bytes) : bytes;
    return sealing ? sealing.seal(label, plain) : plain;
  });
  const json = `CASE WHEN collection IN (${SEALED_NAMES}) THEN resealed_document(collection, key, json) ELSE json END`;
  for (const table of AS_THEY_ARE) database.exec(`DELETE FROM ${to}.${table}; INSERT INTO ${to}.${table} SELECT * FROM ${from}.${table}`);
  database.exec(`DELETE FROM ${to}.documents; INSERT INTO ${to}.documents SELECT collection, key, ${json} FROM ${from}.documents`);
  database.exec(
    `DELETE FROM ${to}.contents; INSERT INTO ${to}.contents SELECT id, piece, resealed_piece(piece, bytes) FROM ${from}.contents`,
  );
}

/** Checks a copy and brings it up to date; what is saved stays as it is. Answers what seals it. @throws StateError */
function prepare(file: string, draft: string): Sealing | undefined {
  remove(draft);
  makePrivateFile(draft);
  writeFileSync(draft, readFileSync(file));
  try {
    const { database, sealing } = openDatabase(draft, { keepOlder: false });
    closeDatabase(database);
    return sealing;
  } catch (error) {
    remove(draft);
    throw error;
  }
}

/**
 * Replaces everything in the state by what a copy holds, while `write` holds a transaction open.
 * @throws StateError when the copy is damaged, not ours, newer or sealed with another key; an Error with code ENOENT when there is none
 */
export function replaceFrom({ database, sealing }: OpenState, file: string, write: (work: () => void) => void, last: () => void): void {
  const draft = `${file}.loading`;
  const opening = prepare(file, draft);
  try {
    attached(database, draft, 'saved', () =>
      write(() => {
        copyRows(database, ['saved', opening], ['main', sealing]);
        database.exec('UPDATE main.world SET id = (SELECT id FROM saved.world)');
        last();
      }),
    );
  } finally {
    remove(draft);
  }
}
