export const VAULT_TYPE = 'Microsoft.KeyVault/vaults';
