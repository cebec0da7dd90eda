import { expect, it } from 'vitest';
import { mayHoldKeys } from './key-material';

const POINTS =
  'https://management.azure.com/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupFabrics/Azure/protectionContainers/c/protectedItems/i/recoveryPoints';

it.each([
  'https://contosokv.vault.azure.net/secrets/bek?api-version=7.4',
  'https://contosokv.vault.azure.net/secrets/bek/0123?api-version=7.4',
  'https://contosokv.vault.azure.net/keys/kek/backup?api-version=7.4',
  'https://contosokv.vault.azure.net/something/new?api-version=9',
  'https://contosostaging.blob.core.windows.net/container/keys.json',
  `${POINTS}/7?api-version=2023-02-01`,
  `${POINTS.toLowerCase()}/7/?api-version=2023-02-01`,
])('an answer of %s may hold keys', (url) => {
  expect(mayHoldKeys(url)).toBe(true);
});

it.each([
  'https://contosokv.vault.azure.net/secrets/bek/versions?api-version=7.4',
  'https://contosokv.vault.azure.net/deletedsecrets/bek?api-version=7.4',
  'https://contosostaging.blob.core.windows.net/container?restype=container&comp=list',
  `${POINTS}?api-version=2023-02-01`,
  'https://management.azure.com/subscriptions/s/providers/Microsoft.KeyVault/vaults?api-version=2023-07-01',
])('an answer of %s holds none', (url) => {
  expect(mayHoldKeys(url)).toBe(false);
});
