import { join } from 'node:path';

/** The name that people of the company open. */
export const PORTAL = 'tresor.contoso.example';
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
/** The company's certificate of the portal, with its key. */
export const portalFile = () => join(tools.home(), 'portal.pem');
