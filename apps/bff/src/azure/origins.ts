export const ARM = 'https://management.azure.com';
export const GRAPH = 'https://graph.microsoft.com';

const KEY_VAULT_HOST = /^[a-z0-9-]{3,24}\.vault\.azure\.net$/;

/** Whether a token may travel there: exactly Azure's own origins, whatever a link in an answer says. */
export function isAzureOrigin(url: URL): boolean {
  return url.origin === ARM || url.origin === GRAPH || (url.protocol === 'https:' && url.port === '' && KEY_VAULT_HOST.test(url.hostname));
}
