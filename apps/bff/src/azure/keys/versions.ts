import type { KeyLink, KeyState } from '@tresor/contracts';
import { sameName, nameOf } from '@tresor/support-matrix';
import * as z from 'zod';
import { expectBody } from '../connection/answer';
import type { AzureSession } from '../connection/azure';
import { pageOf } from '../connection/pages';
import { isFirewall, isRefused, isStatus } from '../connection/upstream-failure';
import { callKeyVault, readKeyVaultPages } from './key-vault-call';
import type { KeyReference } from './key-reference';

const attributes = z.object({ enabled: z.boolean().nullish(), exp: z.number().nullish(), created: z.number().nullish() });
const versionBody = z.object({
  id: z.string().nullish(),
  kid: z.string().nullish(),
  attributes,
  contentType: z.string().nullish(),
  tags: z.record(z.string(), z.string()).nullish(),
});
const versionPage = pageOf(versionBody);

/** One version of a key or secret, as lists show it: never with what it holds. */
interface ObjectVersion {
  version: string;
  enabled: boolean;
  /** Seconds since 1970. */
  expires: number | null;
  created: number;
  contentType: string | null;
  tags: Record<string, string>;
}

export type Versions =
  | { state: 'there'; versions: ObjectVersion[] }
  /** `current`: URL of the version that was the newest when it was deleted. */
  | { state: 'deleted'; current: string }
  | { state: 'missing' | 'unreadable' | 'firewalled' };

export type ObjectName = Pick<KeyReference, 'kind' | 'keyVaultName' | 'name'>;

/**
 * The versions of a key or secret. Lists tell everything about them but what they hold, so that looking at a secret brings nothing of
 * it here.
 */
export async function readVersions(session: AzureSession, object: ObjectName): Promise<Versions> {
  try {
    const versions = await listVersions(session, object);
    // What never was has no versions, and neither has what was deleted: nobody answers 404 here.
    return versions.length > 0 ? { state: 'there', versions } : await findDeleted(session, object);
  } catch (error) {
    if (isStatus(error, 404)) return findDeleted(session, object);
    if (isStatus(error, 403)) return { state: isFirewall(error) ? 'firewalled' : 'unreadable' };
    throw error;
  }
}

async function listVersions(session: AzureSession, { kind, keyVaultName, name }: ObjectName): Promise<ObjectVersion[]> {
  const versions = await readKeyVaultPages(session, versionPage, keyVaultName, `${kind}/${name}/versions`);
  return versions.map(toVersion);
}

function toVersion({ id, kid, attributes, contentType, tags }: z.infer<typeof versionBody>): ObjectVersion {
  return {
    version: nameOf(id ?? kid ?? ''),
    enabled: attributes.enabled ?? true,
    expires: attributes.exp ?? null,
    created: attributes.created ?? 0,
    contentType: contentType ?? null,
    tags: tags ?? {},
  };
}

const deletedBody = z.object({ id: z.string().nullish(), kid: z.string().nullish(), key: z.object({ kid: z.string() }).nullish() });

/** Whether it lies among the deleted. */
export async function findDeleted(session: AzureSession, { kind, keyVaultName, name }: ObjectName): Promise<Versions> {
  try {
    const answer = await callKeyVault(session, 'read', keyVaultName, 'GET', `deleted${kind}/${name}`);
    const { id, kid, key } = expectBody(deletedBody, answer.body);
    return { state: 'deleted', current: key?.kid ?? kid ?? id ?? '' };
  } catch (error) {
    if (isStatus(error, 404)) return { state: 'missing' };
    // A deleted secret that is disabled, too, is not shown: it is there all the same.
    if (isRefused(error, 'SecretDisabled')) return { state: 'deleted', current: '' };
    if (isStatus(error, 403)) return { state: isFirewall(error) ? 'firewalled' : 'unreadable' };
    throw error;
  }
}

/** When one version of a key or secret runs out, and whether there is no later one. */
export function ageOf(found: Versions, version: string): Pick<KeyLink, 'expires' | 'newest'> {
  const versions = found.state === 'there' ? found.versions : [];
  const wanted = versions.find((one) => sameName(one.version, version));
  if (!wanted) return { expires: null, newest: null };
  return {
    expires: wanted.expires === null ? null : new Date(wanted.expires * 1000).toISOString(),
    newest: versions.every(({ created }) => created <= wanted.created),
  };
}

/** Where one version of a key or secret stands. */
export function stateOf(found: Versions, version: string, now: Date): KeyState {
  if (found.state !== 'there') return found.state;
  const wanted = found.versions.find((one) => sameName(one.version, version));
  if (!wanted) return 'missing';
  if (!wanted.enabled) return 'disabled';
  return wanted.expires !== null && wanted.expires * 1000 <= now.getTime() ? 'expired' : 'present';
}
