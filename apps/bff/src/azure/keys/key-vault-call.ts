import type { HttpMethods } from '@azure/core-rest-pipeline';
import { Problem } from '../../problem';
import type { Answer } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { keyVaultOrigin } from '../connection/origins';
import { readPagesAt, type pageOf } from '../connection/pages';
import { sendUrl } from '../connection/read-url';
import type { CallKind } from '../connection/retry';

const VERSION = '7.4';

/**
 * One call of a key vault's data plane with the user's own token. The host is made of the vault's name; paths are made of names that
 * passed the grammar of URLs of keys and secrets.
 */
export function callKeyVault(
  session: AzureSession,
  kind: CallKind,
  keyVaultName: string,
  method: HttpMethods,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const { origin, url } = placeOf(session, keyVaultName, path);
  return sendUrl(session, kind, clients.keyVaultData(session, origin), { method, url, body });
}

/** Every element of a list of a key vault. */
export function readKeyVaultPages<T>(
  session: AzureSession,
  page: ReturnType<typeof pageOf<T>>,
  keyVaultName: string,
  path: string,
): Promise<T[]> {
  const { origin, url } = placeOf(session, keyVaultName, path);
  return readPagesAt(session, page, url, clients.keyVaultData(session, origin));
}

function placeOf({ cloud }: AzureSession, keyVaultName: string, path: string): { origin: string; url: string } {
  const origin = keyVaultOrigin(cloud, keyVaultName);
  if (origin === undefined) throw new Problem('key-vault-not-found');
  return { origin, url: `${origin}/${path}?api-version=${VERSION}` };
}
