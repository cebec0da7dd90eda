import { existsSync, renameSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { keepPrivate } from '../private-files';
import { migrate, migrateBack } from '../sql/migrate';
import { StoreError } from '../store-error';
import { refusal } from './examine';
import { fileIn, openFile, type SqliteFile } from './file';
import { LATEST_VERSION, migrationsOf, versionOf } from './schema';

/** Of servers that start at once one takes the steps, and the others find them taken. What an earlier release wrote is kept beside. */
export async function bringForward({ raw, db }: SqliteFile, file: string): Promise<void> {
  const version = versionOf(raw);
  if (version === LATEST_VERSION) return;
  if (version > 0) keepCopy(raw, `${file}.version-${version}`);
  await db.transaction().execute(async (transaction) => {
    if (versionOf(raw) < LATEST_VERSION) await migrate(transaction, migrationsOf(raw));
  });
}

/** Takes the store in a folder one version back, beside a copy of what it was; answers the version it has then. @throws StoreError */
export async function takeFileBack(dataDir: string): Promise<string> {
  const file = fileIn(dataDir);
  if (!existsSync(file)) throw new StoreError(`There is no store ${file}.`);
  try {
    const { raw, db } = openFile(file);
    try {
      const version = versionOf(raw);
      if (version !== LATEST_VERSION)
        throw new StoreError(`The store ${file} has version ${version}; this version of Tresor takes back ${LATEST_VERSION} alone.`);
      keepCopy(raw, `${file}.version-${version}`);
      await db.transaction().execute((transaction) => migrateBack(transaction, migrationsOf(raw)));
      return `${versionOf(raw)}`;
    } finally {
      raw.close();
    }
  } catch (error) {
    throw refusal(file, error);
  }
}

/** The version of the store in a folder; undefined where there is none. @throws StoreError */
export function versionOfFile(dataDir: string): string | undefined {
  const file = fileIn(dataDir);
  if (!existsSync(file)) return undefined;
  const { raw } = openFile(file);
  const version = versionOf(raw);
  raw.close();
  return `${version}`;
}

/** A copy that is whole, or none. */
function keepCopy(raw: DatabaseSync, copy: string): void {
  const part = `${copy}.${process.pid}`;
  rmSync(part, { force: true });
  raw.prepare('VACUUM INTO ?').run(part);
  keepPrivate(resolve(part, '..'), part);
  renameSync(part, copy);
}
