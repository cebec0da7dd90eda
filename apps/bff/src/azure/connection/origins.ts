import { CLOUDS, type Cloud } from '../../clouds';

const escaped = (suffix: string) => suffix.replaceAll('.', '\\.');
const all: readonly Cloud[] = Object.values(CLOUDS);

const keyVaultHost = ({ keyVaults }: Cloud) => new RegExp(`^[a-z0-9-]{3,24}\\.${escaped(keyVaults)}$`);

const blobHost = ({ storage, storageZones }: Cloud) => {
  const zoned = storageZones === null ? '' : `|\\.z\\d{1,2}\\.blob\\.${escaped(storageZones)}`;
  return new RegExp(`^[a-z0-9]{3,24}(?:\\.blob\\.${escaped(storage)}${zoned})$`);
};

const patterns = new Map(all.map((cloud) => [cloud.name, { keyVault: keyVaultHost(cloud), blob: blobHost(cloud) }]));
const patternsOf = (cloud: Cloud) => patterns.get(cloud.name) ?? { keyVault: keyVaultHost(cloud), blob: blobHost(cloud) };

/** Whether a host is that of a key vault or a blob service, in whichever cloud. */
export const isKeyVaultHost = (host: string): boolean => all.some((cloud) => patternsOf(cloud).keyVault.test(host));
export const isBlobHost = (host: string): boolean => all.some((cloud) => patternsOf(cloud).blob.test(host));
export const isGraph = (origin: string): boolean => all.some(({ graph }) => graph === origin);
export const isResourceManager = (origin: string): boolean => all.some(({ resourceManager }) => resourceManager === origin);

/** Hosts of data planes come from a checked name and the cloud's suffix, never from a URL. Undefined where the name is none. */
export const keyVaultOrigin = (cloud: Cloud, name: string) =>
  originOf(`${name.toLowerCase()}.${cloud.keyVaults}`, patternsOf(cloud).keyVault);

const ZONED = /^[a-z0-9]{3,24}\.z\d{1,2}$/;

/** The same for a storage account: its name, or name and zone where it has a DNS zone (`contoso.z12`). */
export function blobOrigin(cloud: Cloud, account: string): string | undefined {
  const name = account.toLowerCase();
  const suffix = ZONED.test(name) ? cloud.storageZones : cloud.storage;
  return suffix === null ? undefined : originOf(`${name}.blob.${suffix}`, patternsOf(cloud).blob);
}

/** The account, with its zone where it has one, that a URL of the cloud's blobs names; undefined where it is of no such. */
export function accountOf(cloud: Cloud, url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' && patternsOf(cloud).blob.test(hostname) ? hostname.split('.blob.')[0] : undefined;
}

const originOf = (host: string, grammar: RegExp) => (grammar.test(host) ? `https://${host}` : undefined);

/** Whether a token of the cloud may travel there: exactly its own origins, whatever a link in an answer says. */
export function isAzureOrigin(cloud: Cloud, url: URL): boolean {
  if (url.origin === cloud.resourceManager || url.origin === cloud.graph) return true;
  const { keyVault, blob } = patternsOf(cloud);
  return url.protocol === 'https:' && url.port === '' && (keyVault.test(url.hostname) || blob.test(url.hostname));
}
