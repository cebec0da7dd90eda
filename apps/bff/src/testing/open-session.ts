import { decodeJwt } from 'jose';
import { createAzure, type AzureSession, type OpenAzure } from '../azure/connection/azure';
import { createOnBehalfOf } from '../session/on-behalf-of';
import { CLOUDS, type Cloud } from '../clouds';
import type { Principal } from '../session/principal';
import { API_APP, AUTHORITY, startAuthority, TENANT, type TestAuthority } from './authority';
import { serveLoopback, type LoopbackServer, type Received, type Reply } from './loopback-server';

/** An authority that exchanges every token for one that names its user and its scope. */
export const exchanging = (form: URLSearchParams): Reply => {
  const { oid } = decodeJwt<{ oid: string }>(form.get('assertion') ?? '');
  const scope = form.get('scope') ?? '';
  return { body: { token_type: 'Bearer', expires_in: 3600, scope, access_token: `${oid} ${scope.split(' ')[0]}` } };
};

export interface TestAzure extends AsyncDisposable {
  authority: TestAuthority;
  azure: LoopbackServer;
  open: OpenAzure;
  /** The same way to an Azure at another address. */
  elsewhere: (url: string, cloud?: Cloud) => OpenAzure;
  /** The way to Azure of a user, as the authenticator would admit them, in the middle of a command. */
  session: (oid: string, signal?: AbortSignal) => Promise<AzureSession>;
}

/** Our own way to Azure over a real authority, with an Azure at its end that answers as told. */
export async function startTestAzure(reply: (request: Received) => Reply | Promise<Reply>, exchange = exchanging): Promise<TestAzure> {
  const authority = await startAuthority(exchange);
  const azure = await serveLoopback(reply);
  const credential = { kind: 'secret', secret: 'of the test' } as const;
  const onBehalfOf = createOnBehalfOf({
    authority: AUTHORITY,
    authorityMetadata: authority.metadata,
    apiClientId: API_APP,
    credential,
    cloud: CLOUDS.public,
  });
  const elsewhere = (azureUrl: string, cloud: Cloud = CLOUDS.public) => createAzure(onBehalfOf, { cloud, azureUrl });
  const open = elsewhere(azure.url);
  return {
    authority,
    azure,
    open,
    elsewhere,
    async session(oid, signal = new AbortController().signal) {
      return {
        ...open(await principal(authority, oid), 'correlation', signal),
        command: { send: (request) => request(), join: () => undefined },
      };
    },
    async [Symbol.asyncDispose]() {
      await azure[Symbol.asyncDispose]();
      await authority[Symbol.asyncDispose]();
    },
  };
}

export async function principal(authority: TestAuthority, oid: string): Promise<Principal> {
  const assertion = await authority.token({ oid });
  const issuedAt = Date.now() / 1000;
  return { tid: TENANT, oid, name: oid, username: oid, isGuest: false, roles: [], assertion, issuedAt, expiresAt: issuedAt + 3600 };
}
