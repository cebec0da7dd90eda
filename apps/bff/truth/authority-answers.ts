import type { INetworkModule, NetworkResponse } from '@azure/msal-node';
import { createLocalJWKSet } from 'jose';
import * as z from 'zod';
import { expectBody } from '../src/azure/connection/answer';
import { createOwnTokens, refusalNumber } from '../src/session/own-token';
import { CLOUDS } from '../src/clouds';
import { textOf, type Exchange } from './recordings';

const keySet = z.object({ keys: z.array(z.looseObject({ kid: z.string(), kty: z.string() })).min(1) });

/** The authority's keys as `jose` takes them. */
export function readKeys({ body }: Exchange): Promise<unknown> {
  return Promise.resolve(createLocalJWKSet(expectBody(keySet, body)));
}

const NOBODY = '00000000-0000-4000-8000-000000000000';
const AUTHORITY = `${CLOUDS.public.login}/${NOBODY}`;
const METADATA = JSON.stringify({
  issuer: `${AUTHORITY}/v2.0`,
  authorization_endpoint: `${AUTHORITY}/oauth2/v2.0/authorize`,
  token_endpoint: `${AUTHORITY}/oauth2/v2.0/token`,
  jwks_uri: `${AUTHORITY}/discovery/v2.0/keys`,
});

/** MSAL looks at what it is given itself. */
const asMsalReads: <T>(text: string) => T = JSON.parse;

const refused = z.object({ error_codes: z.array(z.number()).min(1) });

/** A token of the API's own as MSAL reads it from the answer or, where it is a refusal, its number. @throws where either was missed */
export async function readToken(exchange: Exchange): Promise<unknown> {
  const { status, headers } = exchange;
  const answer = <T>(): Promise<NetworkResponse<T>> =>
    Promise.resolve({ status, headers: headers ?? {}, body: asMsalReads<T>(textOf(exchange)) });
  const network: INetworkModule = { sendGetRequestAsync: answer, sendPostRequestAsync: answer };
  const config = {
    authority: AUTHORITY,
    authorityMetadata: METADATA,
    apiClientId: NOBODY,
    credential: { kind: 'secret', secret: 'of nobody' },
    cloud: CLOUDS.public,
  } as const;
  try {
    return await createOwnTokens(config, network)('https://management.azure.com/.default');
  } catch (error) {
    const errorCodes = refused.safeParse(exchange.body).data?.error_codes.map(String) ?? [];
    const number = refusalNumber(error);
    if (number === undefined || !errorCodes.includes(number)) throw error;
    return number;
  }
}
