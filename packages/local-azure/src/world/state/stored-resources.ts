import type { DatabaseSync } from 'node:sqlite';
import type { Lately } from './lately';
import type { RecentRows } from './recent-rows';
import { columns, documents, rawRows, textOf } from './rows';
import type { ArmResource, Generations, Resources } from '../world';
import { readBack } from '../json';

/** Everything below a scope lies between `scope/` and `scope0` (the character after the slash). */
function below(scope: string): [from: string, to: string] {
  const trimmed = scope.toLowerCase().replace(/(?<!\/)\/+$/, '');
  return [`${trimmed}/`, `${trimmed}0`];
}

const LONGEST_ID = 400;

/** A resource begins with its id: what follows need not be parsed. One that does not is known by its key, in lower case. */
function idOf(row: unknown): string | undefined {
  const [beginning, key] = columns(row) ?? [];
  const spelled = /^\{"id":"([^"\\]*)"/.exec(String(beginning))?.[1];
  return spelled?.toLowerCase() === key ? spelled : typeof key === 'string' ? key : undefined;
}

/** The ARM tree as a table, indexed by id, by type and by name, all in lower case. */
export function storedResources(database: DatabaseSync, generations: Generations, recent: RecentRows, lately: Lately): Resources {
  const byId = rawRows(database, 'SELECT json FROM resources WHERE id = ?');
  const upsert = database.prepare(
    'INSERT INTO resources (id, type, name, json) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET type = excluded.type, json = excluded.json',
  );
  const remove = database.prepare('DELETE FROM resources WHERE id = ?');
  const ofType = rawRows(database, 'SELECT json FROM resources WHERE type = ? AND id >= ? AND id < ? ORDER BY id');
  const pageOfType = rawRows(database, 'SELECT json FROM resources WHERE type = ? AND id > ? AND id < ? ORDER BY id LIMIT ?');
  const beginningsOfType = rawRows(
    database,
    `SELECT substr(json, 1, ${LONGEST_ID}), id FROM resources WHERE type = ? AND id > ? AND id < ? ORDER BY id LIMIT ?`,
  );
  const byName = rawRows(database, 'SELECT json FROM resources WHERE name = ? AND type = ? ORDER BY id');
  const allBelow = rawRows(database, 'SELECT json FROM resources WHERE id >= ? AND id < ? ORDER BY id');
  const textAt = (key: string) => recent.text(key, () => textOf(byId.get(key)));
  const noteChange = (key: string) => {
    lately.note(key, () => textAt(key));
    generations.all += 1;
    recent.forget(key);
  };
  return {
    get(id) {
      const text = textAt(id.toLowerCase());
      return text === undefined ? undefined : readBack(text);
    },
    put(resource) {
      const key = resource.id.toLowerCase();
      noteChange(key);
      upsert.run(key, resource.type.toLowerCase(), resource.name.toLowerCase(), JSON.stringify(resource));
    },
    delete(id) {
      const key = id.toLowerCase();
      noteChange(key);
      return remove.run(key).changes > 0;
    },
    list(type, scope) {
      return documents<ArmResource>(ofType.all(type.toLowerCase(), ...below(scope)));
    },
    page(type, scope, size, after) {
      const [from, to] = below(scope);
      return documents<ArmResource>(pageOfType.all(type.toLowerCase(), after?.toLowerCase() ?? from, to, size));
    },
    ids(type, scope, size, after) {
      const [from, to] = below(scope);
      return beginningsOfType.all(type.toLowerCase(), after?.toLowerCase() ?? from, to, size).flatMap((row) => idOf(row) ?? []);
    },
    named(type, name) {
      return documents<ArmResource>(byName.all(name.toLowerCase(), type.toLowerCase()));
    },
    below(scope) {
      return documents<ArmResource>(allBelow.all(...below(scope)));
    },
  };
}
