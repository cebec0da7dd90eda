import { AuthError, ConfidentialClientApplication, InteractionRequiredAuthError, type NodeAuthOptions } from '@azure/msal-node';
import * as z from 'zod';
import type { Config } from '../config';
import { codeWord, sanitise } from '../azure-words';
import { Problem } from '../problem';
import { authorityNetwork } from './authority-network';
import { clientCredential } from './client-credential';
import { refusalNumber } from './own-token';
import type { Principal } from './principal';
import { SealedTokens, type UpstreamToken } from './sealed-tokens';

/** Told of an exchange that really leaves, not of a token that is known. */
export type WatchExchange = (exchange: () => Promise<UpstreamToken>) => Promise<UpstreamToken>;

export type OnBehalfOf = (principal: Principal, scope: string, claims?: string, watch?: WatchExchange) => Promise<UpstreamToken>;

type AuthorityConfig = Pick<Config, 'authority' | 'authorityMetadata' | 'apiClientId' | 'credential' | 'cloud'>;

/**
 * Exchanges the user's token for one of Azure's. Each exchange has an MSAL client of its own, since a shared one keeps the tokens of
 * every user in one cache; answers are kept sealed per assertion, and identical exchanges under way are one.
 */
export function createOnBehalfOf(config: AuthorityConfig): OnBehalfOf {
  const known = new SealedTokens();
  const underWay = new Map<string, Promise<UpstreamToken>>();
  const auth: NodeAuthOptions = {
    clientId: config.apiClientId,
    authority: config.authority,
    // Whatever its name: a directory of its own need not be among those that MSAL knows.
    knownAuthorities: [new URL(config.authority).host],
    clientCapabilities: ['cp1'],
    ...(config.authorityMetadata !== undefined && { authorityMetadata: config.authorityMetadata }),
    ...clientCredential(config.credential, config.cloud.tokenExchange),
  };
  const consentUrl = adminConsent(config);

  async function exchange(principal: Principal, scope: string, claims: string | undefined): Promise<UpstreamToken> {
    const client = new ConfidentialClientApplication({ auth, system: { networkClient: authorityNetwork } });
    try {
      const result = await client.acquireTokenOnBehalfOf({
        oboAssertion: principal.assertion,
        scopes: [scope],
        ...(claims !== undefined && { claims, skipCache: true }),
      });
      if (!result?.accessToken || !result.expiresOn) throw new Problem('sign-in-service-unavailable', { retryAfter: 10 });
      const token = { token: result.accessToken, expiresAt: result.expiresOn.getTime() };
      known.set(principal, scope, token);
      return token;
    } catch (error) {
      throw refusal(error, consentUrl);
    }
  }

  return (principal, scope, claims, watch = (exchange) => exchange()) => {
    if (principal.expiresAt * 1000 <= Date.now()) return Promise.reject(new Problem('session-expired'));
    const found = claims === undefined ? known.get(principal, scope) : undefined;
    if (found) return Promise.resolve(found);
    const key = `${known.partition(principal, scope)} ${claims ?? ''}`;
    const exchanging = underWay.get(key) ?? watch(() => exchange(principal, scope, claims)).finally(() => underWay.delete(key));
    underWay.set(key, exchanging);
    return exchanging;
  };
}

/** The authority's page on which an administrator consents for everybody; beside its other endpoints where it is not under its own name. */
function adminConsent({ authority, authorityMetadata, apiClientId }: AuthorityConfig): string {
  const { authorization_endpoint } = z
    .object({ authorization_endpoint: z.string().optional() })
    .parse(JSON.parse(authorityMetadata ?? '{}'));
  const page = authorization_endpoint ? new URL('../../adminconsent', authorization_endpoint) : new URL(`${authority}/adminconsent`);
  page.searchParams.set('client_id', apiClientId);
  return page.href;
}

/** Nobody has consented to what the API asks for (65001), so that the service is not even known in the tenant (500011, 650052). */
const NO_CONSENT = /AADSTS(?:65001|500011|650052)\b|consent_required/;

/** OAuth's words for what no person can mend by signing in again: the server, or what it asks for, is not accepted. */
const OF_SERVER = new Set(['invalid_client', 'unauthorized_client', 'invalid_resource', 'invalid_request', 'invalid_scope']);

function refusal(error: unknown, consentUrl: string): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof AuthError)) return new Problem('sign-in-service-unavailable', { retryAfter: 10, cause: error });
  if (NO_CONSENT.test(`${error.errorCode} ${error.subError} ${error.errorMessage}`)) return new Problem('consent-required', { consentUrl });
  if (error instanceof InteractionRequiredAuthError) {
    return error.claims ? new Problem('step-up-required', { claims: error.claims }) : new Problem('session-expired');
  }
  if (error.errorCode === 'invalid_grant') return new Problem('session-expired');
  const number = refusalNumber(error);
  if (number !== undefined && OF_SERVER.has(error.errorCode))
    return new Problem('server-refused', { azureCode: `AADSTS${number}`, azureMessage: sanitise(error.errorMessage) });
  return new Problem('sign-in-service-unavailable', { retryAfter: 10, cause: new Error(`authority: ${codeWord(error.errorCode)}`) });
}
