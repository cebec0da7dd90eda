import type { DatabaseSync } from 'node:sqlite';
import type { RecentRows } from './recent-rows';
import { documents, rawRows, textOf } from './rows';
import type { Documents } from './world';

const LAST_CHARACTER = '\u{10ffff}';

/** They change with every sign-in or every write, and nothing that is kept aside depends on them. */
const PASSING = new Set(['authorization-codes', 'sign-in-sessions', 'activity-log', 'activity-log-days']);

/** Named collections of JSON documents in one table. */
export function storedDocuments(database: DatabaseSync, changed: () => void, recent: RecentRows): <T>(collection: string) => Documents<T> {
  const select = rawRows(database, 'SELECT json FROM documents WHERE collection = ? AND key = ?');
  const upsert = database.prepare('INSERT OR REPLACE INTO documents (collection, key, json) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
  const range = rawRows(database, 'SELECT json FROM documents WHERE collection = ? AND key >= ? AND key < ? ORDER BY key');
  const keys = rawRows(database, 'SELECT key FROM documents WHERE collection = ? AND key >= ? AND key < ? ORDER BY key LIMIT ?');
  return <T>(collection: string): Documents<T> => ({
    get(key) {
      const read = () => select.get(collection, key);
      const text = PASSING.has(collection) ? textOf(read()) : recent.text(`${collection} ${key}`, read);
      return text === undefined ? undefined : JSON.parse(text);
    },
    put(key, value) {
      if (!PASSING.has(collection)) changed();
      upsert.run(collection, key, JSON.stringify(value));
    },
    delete(key) {
      if (!PASSING.has(collection)) changed();
      return remove.run(collection, key).changes > 0;
    },
    keys(from, to, most) {
      return keys.all(collection, from, to, most).flatMap((row) => textOf(row) ?? []);
    },
    list(prefix = '') {
      return documents<T>(range.all(collection, prefix, `${prefix}${LAST_CHARACTER}`));
    },
  });
}
