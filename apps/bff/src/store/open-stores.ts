import type { Config } from '../config';
import { managedIdentityAssertion } from '../session/client-credential';
import { createOwnTokens } from '../session/own-token';
import type { Database, ReadDatabase } from './sql/database';
import { lastOf } from './sql/migrate';
import { storesIn } from './sql/stores';
import { openSqlite, withFile } from './sqlite/database';
import { takeFileBack, versionOfFile } from './sqlite/versions';
import type { Hindrance } from './postgres/hindrance';
import { StoreError } from './store-error';
import type { Stores } from './stores';

/** What says where the stores are, and how the server proves itself there. */
export type StoreSettings = Pick<
  Config,
  'databaseUrl' | 'dataDir' | 'cloud' | 'authority' | 'authorityMetadata' | 'apiClientId' | 'credential' | 'auditDays'
>;

/** The stores that the settings name; `report` is told when they are out of reach, `say` what those who run the server should know. */
export async function openStores(
  config: StoreSettings,
  report: (error: unknown) => void,
  say: (sentence: string) => void,
): Promise<Stores> {
  return storesIn(await openDatabase(config, report, say), config.auditDays);
}

/** The database in which they are. */
async function openDatabase(config: StoreSettings, report: (error: unknown) => void, say: (sentence: string) => void): Promise<Database> {
  const { databaseUrl: url, dataDir } = config;
  if (url === undefined) return openSqlite(dataDir, say);
  const { openPostgres } = await import('./postgres/database');
  return openPostgres({ url, dataDir, token: databaseTokens(config), report, say });
}

/** What keeps orders from being written to the servers' common database, by looking alone; undefined where nothing does. @throws Problem */
export async function lookAtDatabase(config: StoreSettings, url: string): Promise<Hindrance | undefined> {
  const [{ withBare }, { hindranceIn }, { MIGRATIONS }] = await Promise.all([
    import('./postgres/database'),
    import('./postgres/hindrance'),
    import('./postgres/schema'),
  ]);
  return withBare({ url, dataDir: config.dataDir, token: databaseTokens(config) }, (db) => hindranceIn(db, MIGRATIONS));
}

/** The version of the store, as it is; undefined where there is none. */
export async function versionOfStore(config: StoreSettings): Promise<string | undefined> {
  const { databaseUrl: url, dataDir } = config;
  if (url === undefined) return versionOfFile(dataDir);
  const [{ withBare }, { versionIn }] = await Promise.all([import('./postgres/database'), import('./postgres/versions')]);
  return withBare({ url, dataDir, token: databaseTokens(config) }, versionIn);
}

/** Does what reads a store of this version as it is; nothing is made, and nothing brought forward. @throws StoreError, Problem */
export async function withStoreAsItIs<T>(config: StoreSettings, work: (database: ReadDatabase) => Promise<T>): Promise<T> {
  const { databaseUrl: url, dataDir } = config;
  if (url === undefined) return withFile(dataDir, work);
  const [{ momentAgo, withBare }, { versionIn }, { MIGRATIONS }] = await Promise.all([
    import('./postgres/database'),
    import('./postgres/versions'),
    import('./postgres/schema'),
  ]);
  return withBare({ url, dataDir, token: databaseTokens(config) }, async (db) => {
    const version = await versionIn(db);
    const { last } = lastOf(MIGRATIONS);
    if (version === undefined) throw new StoreError('There is no store in the database.');
    if (version !== last) throw new StoreError(`The database has version ${version}; this version of Tresor reads ${last} alone.`);
    return work({ db, momentAgo });
  });
}

/** Takes the store one version back, for the version of Tresor before this one; answers what it has then. @throws StoreError, Problem */
export async function takeBack(config: StoreSettings): Promise<string> {
  const { databaseUrl: url, dataDir } = config;
  if (url === undefined) return takeFileBack(dataDir);
  const [{ withBare }, { takeDatabaseBack }, { MIGRATIONS }] = await Promise.all([
    import('./postgres/database'),
    import('./postgres/versions'),
    import('./postgres/schema'),
  ]);
  return withBare({ url, dataDir, token: databaseTokens(config) }, (db) => takeDatabaseBack(db, MIGRATIONS));
}

/** By what the API proves itself to a database of Azure: as its managed identity, or as its own application. */
function databaseTokens(config: StoreSettings): () => Promise<string> {
  const { credential, cloud } = config;
  if (credential.kind === 'managed-identity') return managedIdentityAssertion(credential.clientId, String(cloud.databases));
  return async () => (await createOwnTokens(config)(`${cloud.databases}/.default`)).token;
}
