import { chmodSync, mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { CheckId } from '@tresor/contracts/doctor';
import { roleAssignmentKey, roleAssignments } from '../../../../packages/local-azure/src/world/authorization/access';
import { servicePrincipalOf } from '../../../../packages/local-azure/src/world/directory/directory';
import { list, record } from '../../../../packages/local-azure/src/world/json';
import { CLOUDS } from '../clouds';
import { PORTAL, SIGN_IN, type Settings, type Tenant } from './tenant';

const NOBODY = '9c1f2a6e-1111-4222-8333-444455556666';
const hostOf = (url: string) => new URL(url).host;
const { login, resourceManager, graph } = CLOUDS.public;
/** The server's own folder, or something in it. */
export const dataOf = (tenant: Tenant, name = '') => join(tenant.settings['TRESOR_DATA'] ?? '', name);
/** Changes how an application is registered: the API, unless told otherwise. */
export const application = (tenant: Tenant, change: object, appId = tenant.azure.apiAppId) =>
  tenant.control('application', { application: appId, ...change });
const consent = (tenant: Tenant, service: string) => tenant.control('consent', { application: tenant.azure.apiAppId, service, scopes: [] });
const provider = (tenant: Tenant, namespace: string) => tenant.control('provider', { namespace, registered: false });

/** What breaks a check, and in which settings it then is looked at. */
type Breaking = (tenant: Tenant) => Settings | undefined | Promise<Settings | undefined | void> | void;

/** What shows with nobody signed in. */
export const atCommandLine: Partial<Record<CheckId, Breaking>> = {
  settings: () => ({ TRESOR_TENANT_ID: 'contoso' }),
  build: (tenant) => ({ TRESOR_PORTAL_DIR: dataOf(tenant) }),
  'caller-address': () => ({ TRESOR_TRUSTED_PROXIES: '' }),
  'public-address': (tenant) => void tenant.proxy.passages.set(PORTAL, { status: 503 }),
  'page-protection': (tenant) => void (tenant.frontHeaders['content-security-policy'] = undefined),
  cookies: (tenant) => void (tenant.frontHeaders['set-cookie'] = 'route=b71b; Path=/; HttpOnly'),
  'proxy-name': () => ({ HTTPS_PROXY: 'http://proxy.contoso.invalid:3128' }),
  'proxy-connection': () => ({ HTTPS_PROXY: 'http://127.0.0.1:1' }),
  'proxy-passage': (tenant) => void tenant.proxy.passages.set(hostOf(login), { status: 407 }),
  names: (tenant) => ({ TRESOR_AUTHORITY: `https://sign-in.contoso.invalid/${tenant.azure.tenantId}`, NO_PROXY: '.contoso.invalid' }),
  trust: (tenant) => void tenant.proxy.passages.set(hostOf(graph), { port: tenant.ports.foreign }),
  tls: (tenant) => void tenant.proxy.passages.set(hostOf(resourceManager), { port: tenant.ports.old }),
  'reach-sign-in': (tenant) => void tenant.proxy.passages.set(hostOf(login), 'cut'),
  'reach-resource-manager': (tenant) => void tenant.proxy.passages.set(hostOf(resourceManager), { status: 403 }),
  'reach-graph': (tenant) => void tenant.proxy.passages.set(hostOf(graph), { status: 403 }),
  clock: (tenant) => {
    tenant.proxy.passages.set(SIGN_IN, { port: tenant.ports.late });
    return { TRESOR_AUTHORITY: `https://${SIGN_IN}/${tenant.azure.tenantId}` };
  },
  tenant: () => ({ TRESOR_TENANT_ID: NOBODY }),
  cloud: (tenant) => ({
    TRESOR_CLOUD: 'usgov',
    TRESOR_AUTHORITY: `https://${SIGN_IN}/${tenant.azure.tenantId}`,
    TRESOR_ISSUER: tenant.azure.issuer.replace(hostOf(login), SIGN_IN),
  }),
  issuer: (tenant) => ({ TRESOR_ISSUER: `https://${SIGN_IN}/${tenant.azure.tenantId}/v2.0` }),
  'signing-keys': () => ({ TRESOR_JWKS_URL: `https://${SIGN_IN}/nowhere` }),
  'certificate-dates': (tenant) => tenant.certificate(-30, -1, true),
  'managed-identity': () => ({
    TRESOR_API_CERTIFICATE: undefined,
    TRESOR_API_CERTIFICATE_KEY: undefined,
    TRESOR_MANAGED_IDENTITY: 'system',
    IDENTITY_ENDPOINT: 'http://127.0.0.1:1/msi/token',
    IDENTITY_HEADER: 'of the platform',
  }),
  'api-registration': () => ({ TRESOR_API_CLIENT_ID: NOBODY }),
  credential: (tenant) => tenant.certificate(-1, 365, false),
  'token-version': (tenant) => application(tenant, { tokenVersion: 1 }),
  'application-id-uri': (tenant) => application(tenant, { identifierUris: [] }),
  scope: (tenant) => application(tenant, { scopes: [] }),
  'portal-registration': (tenant) => application(tenant, { registered: false }, tenant.azure.portalAppId),
  'portal-enabled': (tenant) => application(tenant, { disabled: true }, tenant.azure.portalAppId),
  'redirect-uri': (tenant) => application(tenant, { redirectUris: { spa: [], web: [] } }, tenant.azure.portalAppId),
  'pre-authorized': (tenant) => application(tenant, { preAuthorized: [] }),
  'api-enabled': (tenant) => application(tenant, { disabled: true }),
  'consent-resource-manager': (tenant) => consent(tenant, 'Windows Azure Service Management API'),
  'consent-key-vault': (tenant) => consent(tenant, 'Azure Key Vault'),
  'consent-storage': (tenant) => consent(tenant, 'Azure Storage'),
  'consent-graph': (tenant) => consent(tenant, 'Microsoft Graph'),
  'backup-service': (tenant) => tenant.control('service-principal', { application: CLOUDS.public.backupService }),
  'store-folder': (tenant) => ({ TRESOR_DATA: dataOf(tenant, 'nowhere') }),
  'store-private': (tenant) => chmodSync(dataOf(tenant), 0o755),
  'store-file': (tenant) => {
    const folder = mkdtempSync(dataOf(tenant, 'newer-'));
    const database = new DatabaseSync(join(folder, 'intents.sqlite'));
    database.exec('CREATE TABLE batches (x); PRAGMA user_version = 4711');
    database.close();
    return { TRESOR_DATA: folder };
  },
  'store-shared': () => ({ DATABASE_URL: 'postgresql://tresor@127.0.0.1:1/tresor?sslmode=verify-full' }),
};

const namesOf = (tenant: Tenant, wanted: string) =>
  tenant.azure.world.resources
    .below('/subscriptions')
    .filter(({ type }) => type === wanted)
    .map(({ name }) => name.toLowerCase());
const close = (tenant: Tenant, host: string) => tenant.proxy.passages.set(host, { status: 403 });

function takeRoles(tenant: Tenant, isTaken: (principalId: string) => boolean): void {
  const { world } = tenant.azure;
  const taken = roleAssignments(world).list();
  world.write(() =>
    taken.filter(({ principalId }) => isTaken(principalId)).forEach((one) => roleAssignments(world).delete(roleAssignmentKey(one))),
  );
}

/** Nobody’s access policy and no role lets the Backup service in any more. */
function takeFromBackupService(tenant: Tenant): void {
  const { world } = tenant.azure;
  const service = servicePrincipalOf(world, CLOUDS.public.backupService).objectId;
  takeRoles(tenant, (principalId) => principalId === service);
  for (const vault of world.resources.below('/subscriptions').filter(({ type }) => type === 'Microsoft.KeyVault/vaults')) {
    const accessPolicies = list(vault.properties['accessPolicies']).filter((policy) => record(policy)['objectId'] !== service);
    world.write(() => world.resources.put({ ...vault, properties: { ...vault.properties, accessPolicies } }));
  }
}

const stepUp = (tenant: Tenant, audience: string) => tenant.control('step-up', { audience, context: 'c1' });

/** What shows to Adele, who may everything. */
export const inPerson: Partial<Record<CheckId, Breaking>> = {
  'exchange-resource-manager': (tenant) => stepUp(tenant, resourceManager),
  'exchange-key-vault': (tenant) => stepUp(tenant, `https://${CLOUDS.public.keyVaults}`),
  'exchange-storage': (tenant) => stepUp(tenant, CLOUDS.public.storageAudience),
  'exchange-graph': (tenant) => stepUp(tenant, graph),
  'provider-recovery-services': (tenant) => provider(tenant, 'Microsoft.RecoveryServices'),
  'provider-compute': (tenant) => provider(tenant, 'Microsoft.Compute'),
  'provider-key-vault': (tenant) => provider(tenant, 'Microsoft.KeyVault'),
  'provider-storage': (tenant) => provider(tenant, 'Microsoft.Storage'),
  'provider-network': (tenant) => provider(tenant, 'Microsoft.Network'),
  'backup-access': (tenant) => takeFromBackupService(tenant),
  'reach-key-vaults': (tenant) =>
    namesOf(tenant, 'Microsoft.KeyVault/vaults').forEach((name) => close(tenant, `${name}.${CLOUDS.public.keyVaults}`)),
  'reach-storage': (tenant) =>
    namesOf(tenant, 'Microsoft.Storage/storageAccounts').forEach((name) => close(tenant, `${name}.blob.${CLOUDS.public.storage}`)),
};

/** What shows to others than Adele: whose sign-in it is, and what has to be broken besides. */
export const toOthers: Partial<Record<CheckId, [person: string, breaking: Breaking]>> = {
  rights: ['megan', () => undefined],
  subscriptions: ['lee', (tenant) => takeRoles(tenant, () => true)],
};
