import { isBlobHost, isGraph, isKeyVaultHost, isResourceManager } from './origins';

/** What a call asks of Azure, in words of Azure's API alone: names and ids are `{}`. */
interface AzureOperation {
  service: 'resource-manager' | 'key-vault' | 'blobs' | 'graph' | 'other';
  /** Of Resource Manager, in lower case; empty elsewhere. */
  provider: string;
  template: string;
}

const WORD = /^[a-z.]{1,60}$/i;
const GAP = '{}';

const wordIn = (segment: string | undefined) => (segment !== undefined && WORD.test(segment) ? segment.toLowerCase() : GAP);

/** Paths of Resource Manager are pairs of a type and a name, and may end with a type or an action; `providers` is followed by one of its own. */
function armOperation(segments: readonly string[]): AzureOperation {
  let provider = '';
  let template: string[] = [];
  for (let at = 0; at < segments.length; at += 2) {
    const type = wordIn(segments[at]);
    const name = segments[at + 1];
    if (type === 'providers' && name !== undefined) {
      provider = wordIn(name);
      template = [provider];
    } else template.push(type, ...(name === undefined ? [] : [GAP]));
  }
  return { service: 'resource-manager', provider, template: template.join('/') };
}

const KEY_VAULT_KINDS = new Set(['keys', 'secrets', 'certificates', 'deletedkeys', 'deletedsecrets', 'deletedcertificates']);
const KEY_VAULT_ACTIONS = new Set(['backup', 'create', 'recover', 'versions', 'rotate', 'encrypt', 'decrypt', 'wrapkey', 'unwrapkey']);

/** `keys/restore` is an action, and a key of that name is told as one; what follows a name is a version or an action. */
const keyVaultTemplate = ([kind = '', name, ...rest]: readonly string[]) =>
  [
    KEY_VAULT_KINDS.has(kind) ? kind : GAP,
    ...(name === undefined ? [] : [name === 'restore' && rest.length === 0 ? name : GAP]),
    ...rest.map((part) => (KEY_VAULT_ACTIONS.has(part) ? part : GAP)),
  ].join('/');

/** The version and what is asked for: `me`, `applications`; the rest is ids and what belongs to them. */
const graphTemplate = ([, what]: readonly string[]) => /^[a-z]+/i.exec(what ?? '')?.[0].toLowerCase() ?? GAP;

export function operationOf(url: string): AzureOperation {
  const { origin, hostname, pathname } = new URL(url);
  const segments = pathname.split('/').filter(Boolean);
  if (isResourceManager(origin)) return armOperation(segments);
  if (isKeyVaultHost(hostname)) return { service: 'key-vault', provider: '', template: keyVaultTemplate(segments) };
  if (isBlobHost(hostname)) return { service: 'blobs', provider: '', template: segments.length < 2 ? 'container' : 'container/blob' };
  if (isGraph(origin)) return { service: 'graph', provider: '', template: graphTemplate(segments) };
  return { service: 'other', provider: '', template: GAP };
}
