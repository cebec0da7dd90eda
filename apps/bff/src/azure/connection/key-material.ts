import { isBlobHost, isKeyVaultHost, isResourceManager } from './origins';

const POINT = /\/recoverypoints\/[^/]+\/?$/i;
/** What of a key vault tells nothing of what its objects hold. */
const LISTS = /^\/(?:deleted(?:keys|secrets)\/|(?:keys|secrets)\/[^/]+\/versions\/?$)/i;

/**
 * Whether an answer may hold keys themselves: a recovery point has the backup of key and secret, a secret its value, a blob what the
 * backup wrote there. Such an answer serves the call that asked, once; it is neither shared nor kept.
 */
export function mayHoldKeys(url: string): boolean {
  const address = new URL(url);
  const { origin, hostname, pathname } = address;
  if (isResourceManager(origin)) return POINT.test(pathname);
  if (isKeyVaultHost(hostname)) return !LISTS.test(pathname);
  return isBlobHost(hostname) && address.searchParams.get('comp') !== 'list';
}
