import { existsSync, renameSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { lastCopyOf } from './last-copy';
import { columns, rawRows } from './rows';

/** Which world a state is, whatever it has become meanwhile: a copy has the same, a new world and one put in its place another. */
export const worldIdOf = (database: DatabaseSync): string => String(columns(rawRows(database, 'SELECT id FROM world').get())?.[0]);

/** From here on the state is another world. */
export const renewWorldId = (database: DatabaseSync): void => database.exec('UPDATE world SET id = lower(hex(randomblob(16)))');

/** Undefined for what is no state, or is damaged. */
function worldIdIn(file: string): string | undefined {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return worldIdOf(database);
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}

/** Keeps the last copy of another world from being overwritten by one of this world; answers where it is then. */
export function putAsideCopyOfAnother(file: string, id: string): string | undefined {
  const copy = lastCopyOf(file);
  const other = existsSync(copy) ? worldIdIn(copy) : undefined;
  if (other === undefined || other === id) return undefined;
  const aside = `${copy}-${other.replaceAll(/[^\w-]/g, '').slice(0, 8)}`;
  renameSync(copy, aside);
  return aside;
}
