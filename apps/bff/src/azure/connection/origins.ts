export const ARM = 'https://management.azure.com';
export const GRAPH = 'https://graph.microsoft.com';

/** What tokens for the data planes of Key Vault and of blobs are asked for, whichever key vault or account is meant. */
export const KEY_VAULT = 'https://vault.azure.net';
export const STORAGE = 'https://storage.azure.com';

export const KEY_VAULT_HOST = /^[a-z0-9-]{3,24}\.vault\.azure\.net$/;
export const BLOB_HOST = /^[a-z0-9]{3,24}\.blob\.core\.windows\.net$/;

/** Hosts of data planes come from a checked name and Azure's suffix, never from a URL. Undefined where the name is none. */
export const keyVaultOrigin = (name: string) => originOf(`${name.toLowerCase()}.vault.azure.net`, KEY_VAULT_HOST);
export const blobOrigin = (account: string) => originOf(`${account.toLowerCase()}.blob.core.windows.net`, BLOB_HOST);

const originOf = (host: string, grammar: RegExp) => (grammar.test(host) ? `https://${host}` : undefined);

const isDataPlane = (host: string) => KEY_VAULT_HOST.test(host) || BLOB_HOST.test(host);

/** Whether a token may travel there: exactly Azure's own origins, whatever a link in an answer says. */
export function isAzureOrigin(url: URL): boolean {
  return url.origin === ARM || url.origin === GRAPH || (url.protocol === 'https:' && url.port === '' && isDataPlane(url.hostname));
}
