import { CLOUDS } from '../../clouds';

/** A key or a secret in a key vault, by name and version. */
export interface KeyReference {
  kind: 'keys' | 'secrets';
  keyVaultName: string;
  name: string;
  version: string;
  /** Versioned and without a port: disk encryption takes no other. */
  url: string;
}

const SUFFIXES = Object.values(CLOUDS)
  .map(({ keyVaults }) => keyVaults.replaceAll('.', '\\.'))
  .join('|');
const URL_OF_OBJECT = new RegExp(
  `^https://([a-z0-9-]{3,24})\\.(${SUFFIXES})(?::443)?/(keys|secrets)/([0-9a-z-]{1,127})/([0-9a-z]{1,64})/?$`,
  'i',
);

/** Reads the URL of a key or secret as Azure wrote it; undefined where it is none or has no version. */
export function parseKeyUrl(text: string): KeyReference | undefined {
  const [, keyVaultName = '', suffix = '', kind = '', name = '', version = ''] = URL_OF_OBJECT.exec(text) ?? [];
  if (version === '') return undefined;
  return keyReference(kind.toLowerCase() === 'keys' ? 'keys' : 'secrets', { keyVaultName, suffix }, name, version);
}

interface Holder {
  keyVaultName: string;
  /** What follows its name in its host. */
  suffix: string;
}

export function keyReference(kind: KeyReference['kind'], { keyVaultName, suffix }: Holder, name: string, version: string): KeyReference {
  const url = `https://${keyVaultName}.${suffix}`.toLowerCase() + `/${kind}/${name}/${version}`;
  return { kind, keyVaultName, name, version, url };
}
