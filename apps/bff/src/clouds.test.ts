import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { itemPath, vaultPath } from '@tresor/contracts';
import { describe, expect, it } from 'vitest';
import { accountOf, blobOrigin, isAzureOrigin, keyVaultOrigin } from './azure/connection/origins';
import { readOwnGroups } from './azure/groups';
import { listItems } from './azure/items/items';
import { parseKeyUrl } from './azure/keys/key-reference';
import { readVersions } from './azure/keys/versions';
import { listPoints } from './azure/restores/recovery-points';
import { blobAccountOf, readRestoreAttributes } from './azure/restores/restore-attributes';
import { listBlobs } from './azure/blobs/blobs';
import { CLOUD_NAMES, CLOUDS, type Cloud } from './clouds';
import { principal, startTestAzure } from './testing/open-session';

interface EndpointMetadata {
  issuer: string;
  jwks_uri: string;
  token_endpoint: string;
}

interface Msal {
  EndpointMetadata: Readonly<Record<string, EndpointMetadata>>;
  InstanceDiscoveryMetadata: { metadata: { preferred_network: string; aliases: string[] }[] };
}

/** What MSAL itself knows of the authorities; its package does not show it. */
async function knownToMsal(): Promise<Msal> {
  const main = import.meta.resolve('@azure/msal-common');
  const file = new URL('authority/AuthorityMetadata.mjs', main);
  expect(readFileSync(fileURLToPath(file), 'utf8')).toContain('InstanceDiscoveryMetadata');
  const found: Msal = await import(file.href);
  return found;
}

const each = CLOUD_NAMES.map((name): [string, Cloud] => [name, CLOUDS[name]]);
const others = ({ name }: Cloud): Cloud[] => Object.values(CLOUDS).filter((other) => other.name !== name);

const VAULT = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
const ITEM = itemPath.parse({ ...VAULT, vmGroup: 'rg', vmName: 'vm' });

describe.each(each)('the cloud %s', (_, cloud) => {
  it('lets people sign in where MSAL knows its authority, whose issuer and keys are where ours are sought', async () => {
    const { EndpointMetadata, InstanceDiscoveryMetadata } = await knownToMsal();
    const { host } = new URL(cloud.login);
    expect(InstanceDiscoveryMetadata.metadata.map(({ preferred_network }) => preferred_network)).toContain(host);
    expect(EndpointMetadata[host]).toMatchObject({
      issuer: `${cloud.login}/{tenantid}/v2.0`,
      jwks_uri: `${cloud.login}/{tenantid}/discovery/v2.0/keys`,
    });
  });

  it('is asked at its own hosts, with tokens meant for them, whatever is read', async () => {
    const empty = '<EnumerationResults><Blobs /><NextMarker /></EnumerationResults>';
    await using azure = await startTestAzure(({ path }) => ({ body: path === '/container' ? empty : { value: [] } }));
    const open = azure.elsewhere(azure.azure.url, cloud);
    const session = open(await principal(azure.authority, 'ada'), 'correlation', new AbortController().signal);
    await listItems(session, VAULT);
    await listPoints(session, ITEM, 30);
    await readOwnGroups(session);
    await readVersions(session, { kind: 'keys', keyVaultName: 'contosokv', name: 'kek' });
    await listBlobs(session, 'contosostaging', 'container', '');
    const asked = azure.azure.received.map(({ headers }) => `${String(headers['x-forwarded-host'])} ${String(headers['authorization'])}`);
    const resourceManager = new URL(cloud.resourceManager).host;
    expect(new Set(asked)).toEqual(
      new Set([
        `${resourceManager} Bearer ada ${cloud.resourceManager}/.default`,
        `${new URL(cloud.graph).host} Bearer ada ${cloud.graph}/.default`,
        `contosokv.${cloud.keyVaults} Bearer ada https://${cloud.keyVaults}/.default`,
        `contosostaging.blob.${cloud.storage} Bearer ada ${cloud.storageAudience}/.default`,
      ]),
    );
  });

  it('never sees a token of another cloud, and its tokens go to no other', async () => {
    for (const other of others(cloud)) {
      const places = [
        other.resourceManager,
        other.graph,
        keyVaultOrigin(other, 'contosokv') ?? '',
        blobOrigin(other, 'contosostaging') ?? '',
      ];
      for (const place of places) expect(isAzureOrigin(cloud, new URL(place))).toBe(false);
      const nextLink = `${other.resourceManager}/subscriptions/next`;
      await using azure = await startTestAzure(() => ({ body: { value: [], nextLink } }));
      const open = azure.elsewhere(azure.azure.url, cloud);
      const session = open(await principal(azure.authority, 'ada'), 'correlation', new AbortController().signal);
      await expect(listItems(session, VAULT)).rejects.toMatchObject({ kind: 'unreadable' });
      expect(azure.azure.received).toHaveLength(1);
    }
  });

  it('has keys whose URLs are read, and stay where they are', () => {
    const url = `https://contosokv.${cloud.keyVaults}/keys/Kek/0123456789abcdef0123456789abcdef`;
    expect(parseKeyUrl(url.replace('/keys', ':443/keys'))).toMatchObject({ keyVaultName: 'contosokv', url });
  });
});

describe('a storage account with a DNS zone', () => {
  const zoned = 'https://contosostaging.z12.blob.storage.azure.net';

  it('is reached under its zone, which the URL of the configuration tells', () => {
    expect(blobOrigin(CLOUDS.public, 'contosostaging.z12')).toBe(zoned);
    expect(isAzureOrigin(CLOUDS.public, new URL(`${zoned}/c/b`))).toBe(true);
    expect(accountOf(CLOUDS.public, `${zoned}/c/b`)).toBe('contosostaging.z12');
    const attributes = readRestoreAttributes({
      'Target Storage Account Name': 'contosostaging',
      'Config Blob Uri': `${zoned}/c/config.json`,
    });
    expect(blobAccountOf({ cloud: CLOUDS.public }, attributes)).toBe('contosostaging.z12');
  });

  it.each([
    'https://another.z12.blob.storage.azure.net/c/config.json',
    'https://contosostaging.z12.blob.storage.azure.net.example.com/c/config.json',
    'https://contosostaging.z12.blob.core.windows.net/c/config.json',
    'http://contosostaging.z12.blob.storage.azure.net/c/config.json',
    'no URL',
    null,
  ])('is that of the job alone, whatever the URL says: %s', (url) => {
    const attributes = readRestoreAttributes({ 'Target Storage Account Name': 'contosostaging', 'Config Blob Uri': url });
    expect(blobAccountOf({ cloud: CLOUDS.public }, attributes)).toBe('contosostaging');
  });

  it('is not made up where none are published', () => {
    expect(blobOrigin(CLOUDS.china, 'contosostaging.z12')).toBeUndefined();
    expect(blobOrigin(CLOUDS.public, 'contosostaging.z123')).toBeUndefined();
  });
});
