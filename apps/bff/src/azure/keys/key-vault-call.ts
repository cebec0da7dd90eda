import type { HttpMethods } from '@azure/core-rest-pipeline';
import { Problem } from '../../problem';
import type { Answer } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { clients } from '../connection/clients';
import { keyVaultOrigin } from '../connection/origins';
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
  const origin = keyVaultOrigin(keyVaultName);
  if (origin === undefined) throw new Problem('key-vault-not-found');
  const url = `${origin}/${path}?api-version=${VERSION}`;
  return sendUrl(session, kind, clients.keyVaultData(session, origin), { method, url, body });
}
