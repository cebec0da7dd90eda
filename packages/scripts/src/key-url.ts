/** A key or a secret in a key vault. */
export interface KeyName {
  kind: 'keys' | 'secrets';
  keyVaultName: string;
  /** What follows the key vault's name in its host, as vault.azure.net. */
  suffix: string;
  name: string;
  version: string;
}

const KEY_URL = /^https:\/\/([a-z0-9-]{3,24})\.(vault\.[a-z0-9.-]+)(?::443)?\/(keys|secrets)\/([0-9a-z-]{1,127})\/([0-9a-z]{1,64})\/?$/i;

/** Takes the URL of a key or a secret apart; undefined where it has no version or is none. A port 443 is no part of what is read. */
export function readKeyUrl(url: string): KeyName | undefined {
  const [, keyVaultName = '', suffix = '', kind = '', name = '', version = ''] = KEY_URL.exec(url) ?? [];
  if (version === '') return undefined;
  return { kind: kind.toLowerCase() === 'keys' ? 'keys' : 'secrets', keyVaultName, suffix: suffix.toLowerCase(), name, version };
}

/** The URL disk encryption takes: with a version, without a port. */
export const writeKeyUrl = ({ kind, keyVaultName, suffix, name, version }: KeyName) =>
  `https://${keyVaultName.toLowerCase()}.${suffix}/${kind}/${name}/${version}`;

/** The last part of an ARM id. */
export const nameOf = (id: string): string => id.slice(id.lastIndexOf('/') + 1);

/** The resource group of an ARM id. */
export const groupOf = (id: string): string => /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? '';
