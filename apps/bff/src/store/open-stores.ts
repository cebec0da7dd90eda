import type { Config } from '../config';
import { managedIdentityAssertion } from '../session/client-credential';
import { createOwnTokens } from '../session/own-token';
import type { Database } from './sql/database';
import { storesIn } from './sql/stores';
import { openSqlite } from './sqlite/database';
import type { Stores } from './stores';

type Settings = Pick<
  Config,
  'databaseUrl' | 'dataDir' | 'cloud' | 'authority' | 'authorityMetadata' | 'apiClientId' | 'credential' | 'auditDays'
>;

/** The stores that the settings name; `report` is told when they are out of reach, `say` what those who run the server should know. */
export async function openStores(config: Settings, report: (error: unknown) => void, say: (sentence: string) => void): Promise<Stores> {
  return storesIn(await openDatabase(config, report, say), config.auditDays);
}

/** The database in which they are. */
export async function openDatabase(config: Settings, report: (error: unknown) => void, say: (sentence: string) => void): Promise<Database> {
  const { databaseUrl: url, dataDir } = config;
  if (url === undefined) return openSqlite(dataDir, say);
  const { openPostgres } = await import('./postgres/database');
  return openPostgres({ url, dataDir, token: databaseTokens(config), report, say });
}

/** By what the API proves itself to a database of Azure: as its managed identity, or as its own application. */
function databaseTokens(config: Settings): () => Promise<string> {
  const { credential, cloud } = config;
  if (credential.kind === 'managed-identity') return managedIdentityAssertion(credential.clientId, String(cloud.databases));
  return async () => (await createOwnTokens(config)(`${cloud.databases}/.default`)).token;
}
