import type { DatabaseSync } from 'node:sqlite';
import type { RecentRows } from './recent-rows';
import { columns, documents, rawRows, textOf } from './rows';
import { documentLabel, openedText, SEALED, storedKey } from './sealed-rows';
import type { Sealing } from './sealing';
import type { Documents, Generations } from '../world';
import { readBack } from '../json';

const LAST_CHARACTER = '\u{10ffff}';

/** They change with every sign-in or every write, and nothing that is kept aside depends on them. */
const PASSING = new Set(['authorization-codes', 'sign-in-sessions', 'activity-log', 'activity-log-days']);

/** Named collections of JSON documents in one table. Without a sealing, for a world in memory, all are written as they are. */
export function storedDocuments(
  database: DatabaseSync,
  sealing: Sealing | undefined,
  generations: Generations,
  recent: RecentRows,
): <T>(collection: string) => Documents<T> {
  const select = rawRows(database, 'SELECT json FROM documents WHERE collection = ? AND key = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO documents (collection, key, json) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
  const range = rawRows(database, 'SELECT json, key FROM documents WHERE collection = ? AND key >= ? AND key < ? ORDER BY key');
  const keys = rawRows(database, 'SELECT key FROM documents WHERE collection = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?');

  function read(collection: string, key: string): string | undefined {
    const [json] = columns(select.get(collection, key)) ?? [];
    return openedText(sealing, documentLabel(collection, key), json);
  }

  function written(collection: string, key: string, value: unknown): string | Uint8Array {
    const json = JSON.stringify(value);
    return sealing && SEALED.has(collection) ? sealing.seal(documentLabel(collection, key), json) : json;
  }

  function noteChange(collection: string, key: string): void {
    if (PASSING.has(collection)) return;
    generations.all += 1;
    generations.documents += 1;
    recent.forget(documentLabel(collection, key));
  }

  return <T>(collection: string): Documents<T> => ({
    get(name) {
      const key = storedKey(collection, name);
      const find = () => read(collection, key);
      const text = PASSING.has(collection) ? find() : recent.text(documentLabel(collection, key), find);
      return text === undefined ? undefined : readBack(text);
    },
    put(name, value) {
      const key = storedKey(collection, name);
      noteChange(collection, key);
      upsert.run(collection, key, written(collection, key, value));
    },
    delete(name) {
      const key = storedKey(collection, name);
      noteChange(collection, key);
      return remove.run(collection, key).changes > 0;
    },
    keys(from, to, most) {
      return keys.all(collection, from, to, most).flatMap((row) => textOf(row) ?? []);
    },
    list(prefix = '') {
      const rows = range.all(collection, prefix, `${prefix}${LAST_CHARACTER}`);
      return documents<T>(sealing && SEALED.has(collection) ? rows.map((row) => openedRow(sealing, collection, row)) : rows);
    },
  });
}

/** A raw row with its text opened; what cannot be opened is as damaged as what cannot be parsed. */
function openedRow(sealing: Sealing, collection: string, row: unknown): [string | undefined] {
  const [json, key] = columns(row) ?? [];
  try {
    return [openedText(sealing, documentLabel(collection, String(key)), json)];
  } catch {
    return [''];
  }
}
