import { randomUUID } from 'node:crypto';
import type { HttpClient } from '@azure/core-rest-pipeline';
import { createAzure, type AzureSession } from '../azure/connection/azure';
import type { Config } from '../config';
import type { Principal } from '../session/principal';
import { createOwnTokens } from '../session/own-token';
import type { Visit } from './check';

/** The API in the place of a person: tokens on its behalf are its own. */
const asItself = ({ tenantId, apiClientId }: Config): Principal => ({
  tid: tenantId,
  oid: apiClientId,
  name: '',
  username: '',
  isGuest: false,
  assertion: '',
  expiresAt: Number.MAX_SAFE_INTEGER,
});

export interface Given {
  config: Config;
  signal: AbortSignal;
  env?: NodeJS.ProcessEnv;
  person?: AzureSession;
  /** In place of the server's own way to Azure. */
  transport?: HttpClient;
}

/** One visit: what is looked at is looked at now, and once. */
export function openVisit({ config, signal, env = process.env, person, transport }: Given): Visit {
  const ownToken = createOwnTokens(config);
  const open = createAzure(config.azureUrl, (_principal, scope) => ownToken(scope), 0, transport, config.cloud);
  return { env, config, ownToken, person, itself: open(asItself(config), randomUUID(), signal) };
}
