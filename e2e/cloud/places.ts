import { join } from 'node:path';

/** The name that people of the company open. */
export const PORTAL = 'tresor.contoso.example';
/** Names that stand for Azure's beside the proxy, and the addresses they have in the company. */
export const ELSEWHERE = {
  keys: { name: 'keys.contoso.example', address: '10.77.0.5', for: 'login.microsoftonline.com' },
  signIn: { name: 'sign-in.contoso.example', address: '10.77.0.6', for: 'login.microsoftonline.com' },
  resourceManager: { name: 'management.azure.com', address: '10.77.0.7', for: 'management.azure.com' },
  graph: { name: 'graph.microsoft.com', address: '10.77.0.8', for: 'graph.microsoft.com' },
  /** With a private endpoint: its name leads to an address of the company's network. */
  keyVault: { name: 'contosokv.vault.azure.net', address: '10.77.0.4', for: 'contosokv.vault.azure.net' },
} as const;

export const IDENTITY_ENDPOINT = '169.254.169.254';

export const PROXY = 'http://127.0.0.1:3128';

function given(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is missing: start these tests with npm run e2e:cloud.`);
  return value;
}

/** What scripts/e2e-cloud.mjs hands over. */
export const tools = { home: () => given('TENANT_HOME'), tinyproxy: () => given('TINYPROXY'), certutil: () => given('CERTUTIL') };

export const isTenant = process.env['TENANT_HOME'] !== undefined;

/** Where Local Azure keeps its state, and its authority beside it. */
export const stateFolder = () => join(tools.home(), 'azure');
export const stateFile = () => join(stateFolder(), 'local-azure.sqlite');

/** What the company's computers trust: Local Azure's authority and the company's own, in one file. */
export const trustedFile = () => join(tools.home(), 'trusted.pem');
/** The company's certificates, each with its key: of the portal, of other names, and of the same by an authority that nobody trusts. */
export const portalFile = () => join(tools.home(), 'portal.pem');
export const elsewhereFile = () => join(tools.home(), 'elsewhere.pem');
export const foreignFile = () => join(tools.home(), 'foreign.pem');
