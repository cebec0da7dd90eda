import { AuthError, ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import type { Config } from '../config';
import { Problem } from '../problem';
import { authorityNetwork } from './authority-network';
import { clientCredential } from './client-credential';
import type { UpstreamToken } from './sealed-tokens';

type AuthorityConfig = Pick<Config, 'authority' | 'authorityMetadata' | 'apiClientId' | 'credential' | 'cloud'>;

/** Tokens that the API asks for in its own name: it has no rights by them, but what they say tells how it is registered. */
export function createOwnTokens(
  config: AuthorityConfig,
  network: INetworkModule = authorityNetwork,
): (scope: string) => Promise<UpstreamToken> {
  const auth = {
    clientId: config.apiClientId,
    authority: config.authority,
    knownAuthorities: [new URL(config.authority).host],
    ...(config.authorityMetadata !== undefined && { authorityMetadata: config.authorityMetadata }),
    ...clientCredential(config.credential, config.cloud.tokenExchange),
  };
  return async (scope) => {
    const client = new ConfidentialClientApplication({ auth, system: { networkClient: network } });
    const result = await client.acquireTokenByClientCredential({ scopes: [scope] });
    if (!result?.expiresOn) throw new Problem('sign-in-service-unavailable', { retryAfter: 10 });
    return { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
  };
}

/** The number of Entra's refusal (`AADSTS…`); undefined when it was something else that failed. */
export const refusalNumber = (error: unknown): string | undefined =>
  error instanceof AuthError ? /AADSTS(\d{1,9})/.exec(error.errorMessage)?.[1] : undefined;
