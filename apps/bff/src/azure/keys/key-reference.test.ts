import { expect, it } from 'vitest';
import { blobOrigin, isAzureOrigin, keyVaultOrigin } from '../connection/origins';
import { CLOUDS } from '../../clouds';
import { parseKeyUrl } from './key-reference';

const VERSION = '0123456789abcdef0123456789abcdef';

it('a URL of a key loses its port and keeps its version', () => {
  expect(parseKeyUrl(`https://Contoso-KV.vault.azure.net:443/keys/Kek/${VERSION}`)).toEqual({
    kind: 'keys',
    keyVaultName: 'Contoso-KV',
    name: 'Kek',
    version: VERSION,
    url: `https://contoso-kv.vault.azure.net/keys/Kek/${VERSION}`,
  });
});

it.each([
  'https://contoso.vault.azure.net/keys/kek',
  `http://contoso.vault.azure.net/keys/kek/${VERSION}`,
  `https://contoso.vault.azure.net.example.com/keys/kek/${VERSION}`,
  `https://contoso.vault.azure.net@example.com/keys/kek/${VERSION}`,
  `https://contoso.vault.azure.net:8443/keys/kek/${VERSION}`,
  `https://contoso.vault.azure.net/keys/../secrets/${VERSION}`,
  `https://contoso.vault.azure.net/keys/kek/${VERSION}?x=1`,
])('%s is no URL of a key', (url) => {
  expect(parseKeyUrl(url)).toBeUndefined();
});

it.each(['', 'a', 'contoso.example', 'contoso/..', 'contoso:443', 'contoso@example.com', 'x'.repeat(25)])(
  'no host is made of the name "%s"',
  (name) => {
    expect(keyVaultOrigin(CLOUDS.public, name)).toBeUndefined();
    expect(blobOrigin(CLOUDS.public, name)).toBeUndefined();
  },
);

it('tokens travel to data planes over https only', () => {
  expect(isAzureOrigin(CLOUDS.public, new URL('https://contosostaging.blob.core.windows.net/c/b'))).toBe(true);
  expect(isAzureOrigin(CLOUDS.public, new URL('http://contosostaging.blob.core.windows.net/c/b'))).toBe(false);
  expect(isAzureOrigin(CLOUDS.public, new URL('https://contosostaging.blob.core.windows.net:8443/c/b'))).toBe(false);
});
