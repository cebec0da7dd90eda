import type Database from 'libsql';
import { documents } from './rows';
import type { Documents } from './world';

const LAST_CHARACTER = '\u{10ffff}';

/** Named collections of JSON documents in one table. */
export function storedDocuments(database: Database.Database, changed: () => void): <T>(collection: string) => Documents<T> {
  const select = database.prepare('SELECT json FROM documents WHERE collection = ? AND key = ?').raw();
  const upsert = database.prepare('INSERT OR REPLACE INTO documents (collection, key, json) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM documents WHERE collection = ? AND key = ?');
  const range = database.prepare('SELECT json FROM documents WHERE collection = ? AND key >= ? AND key < ? ORDER BY key').raw();
  return <T>(collection: string): Documents<T> => ({
    get(key) {
      return documents<T>([select.get(collection, key)])[0];
    },
    put(key, value) {
      changed();
      upsert.run(collection, key, JSON.stringify(value));
    },
    delete(key) {
      changed();
      return remove.run(collection, key).changes > 0;
    },
    list(prefix = '') {
      return documents<T>(range.all(collection, prefix, `${prefix}${LAST_CHARACTER}`));
    },
  });
}
