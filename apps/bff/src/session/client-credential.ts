import { X509Certificate } from 'node:crypto';
import { ManagedIdentityApplication, type NodeAuthOptions } from '@azure/msal-node';
import type { ClientCredential } from '../config';
import { authorityNetwork } from './authority-network';

type CredentialOptions = Pick<NodeAuthOptions, 'clientSecret' | 'clientCertificate' | 'clientAssertion'>;

/** What the API proves itself with, in MSAL's words. `tokenExchange`: whom the token of a managed identity is meant for then. */
export function clientCredential(credential: ClientCredential, tokenExchange: string): CredentialOptions {
  switch (credential.kind) {
    case 'secret':
      return { clientSecret: credential.secret };
    case 'certificate':
      return {
        clientCertificate: {
          thumbprintSha256: new X509Certificate(credential.certificate).fingerprint256.replaceAll(':', ''),
          privateKey: credential.key,
          x5c: credential.certificate,
        },
      };
    default:
      return { clientAssertion: managedIdentityAssertion(credential.clientId, tokenExchange) };
  }
}

/** Workload identity federation: the token of the managed identity is the client assertion of the app registration. */
export function managedIdentityAssertion(clientId: string | undefined, resource: string): () => Promise<string> {
  const identity = new ManagedIdentityApplication({
    system: { networkClient: authorityNetwork },
    ...(clientId !== undefined && { managedIdentityIdParams: { userAssignedClientId: clientId } }),
  });
  return async () => (await identity.acquireToken({ resource })).accessToken;
}
