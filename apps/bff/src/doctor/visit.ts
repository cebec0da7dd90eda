import { randomUUID } from 'node:crypto';
import { createAzure, type AzureSession } from '../azure/connection/azure';
import { azureHttpClient } from '../azure/connection/transport';
import type { Config } from '../config';
import { ask } from '../network';
import { authorityNetwork } from '../session/authority-network';
import type { Principal } from '../session/principal';
import { createOwnTokens } from '../session/own-token';
import type { Visit } from './check';
import type { Recorder } from './record/recorder';

/** The API in the place of a person: tokens on its behalf are its own. */
const asItself = ({ tenantId, apiClientId }: Config): Principal => ({
  tid: tenantId,
  oid: apiClientId,
  name: '',
  username: '',
  isGuest: false,
  roles: [],
  assertion: '',
  issuedAt: 0,
  expiresAt: Number.MAX_SAFE_INTEGER,
});

interface Given {
  config: Config;
  signal: AbortSignal;
  env?: NodeJS.ProcessEnv;
  person?: AzureSession;
  /** Writes down what is answered. */
  recorder?: Recorder;
}

/** One visit: what is looked at is looked at now, and once. */
export function openVisit({ config, signal, env = process.env, person, recorder }: Given): Visit {
  const ownToken = createOwnTokens(config, recorder?.authority(authorityNetwork));
  const transport = recorder?.azure(azureHttpClient());
  const { cloud, azureUrl } = config;
  const open = createAzure((_principal, scope) => ownToken(scope), { cloud, azureUrl, transport, freshMs: 0 });
  return { env, config, ask: recorder?.asking(ask) ?? ask, ownToken, person, itself: open(asItself(config), randomUUID(), signal) };
}
