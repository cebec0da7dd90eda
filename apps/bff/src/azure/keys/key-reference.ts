/** A key or a secret in a key vault, by name and version. */
export interface KeyReference {
  kind: 'keys' | 'secrets';
  keyVaultName: string;
  name: string;
  version: string;
  /** Versioned and without a port: disk encryption takes no other. */
  url: string;
}

const URL_OF_OBJECT = /^https:\/\/([a-z0-9-]{3,24})\.vault\.azure\.net(?::443)?\/(keys|secrets)\/([0-9a-z-]{1,127})\/([0-9a-z]{1,64})\/?$/i;

/** Reads the URL of a key or secret as Azure wrote it; undefined where it is none or has no version. */
export function parseKeyUrl(text: string): KeyReference | undefined {
  const [, keyVaultName = '', kind = '', name = '', version = ''] = URL_OF_OBJECT.exec(text) ?? [];
  if (version === '') return undefined;
  return keyReference(kind.toLowerCase() === 'keys' ? 'keys' : 'secrets', keyVaultName, name, version);
}

export function keyReference(kind: KeyReference['kind'], keyVaultName: string, name: string, version: string): KeyReference {
  const url = `https://${keyVaultName.toLowerCase()}.vault.azure.net/${kind}/${name}/${version}`;
  return { kind, keyVaultName, name, version, url };
}
