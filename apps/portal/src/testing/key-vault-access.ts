import type { KeyVaultAccess } from '@tresor/contracts';
import { armId } from './places';

/** A key vault whose policies give the Backup service nothing; with what is another thing. */
export const keyVaultAccessOf = (name: string, change: Partial<KeyVaultAccess> = {}): KeyVaultAccess => ({
  id: armId('Microsoft.KeyVault/vaults', name),
  name,
  location: 'westeurope',
  state: 'lacking',
  model: 'access-policy',
  held: [],
  lacking: ['keys/get', 'keys/list', 'keys/backup', 'secrets/get', 'secrets/list', 'secrets/backup'],
  takesEffectBy: null,
  enabledForDiskEncryption: true,
  ...change,
});
