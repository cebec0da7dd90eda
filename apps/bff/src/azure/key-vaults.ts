import { neededKeyVaultPermissions, type Edition, type KeyVaultPermission } from '@tresor/support-matrix';
import { keyVaultPermission, type KeyVaultAccess } from '@tresor/contracts';
import pLimit from 'p-limit';
import * as z from 'zod';
import { expectBody } from './answer';
import { parseArmId } from './arm-id';
import type { AzureSession } from './azure';
import { backupServiceId } from './backup-service';
import { call } from './call';
import { clients } from './clients';
import { permissionsByRole } from './key-vault-roles';
import { UpstreamFailure } from './upstream-failure';

const words = z.array(z.string()).nullish();

const keyVaultBody = z.object({
  name: z.string(),
  location: z.string(),
  properties: z.object({
    enableRbacAuthorization: z.boolean().nullish(),
    enabledForDiskEncryption: z.boolean().nullish(),
    accessPolicies: z.array(z.object({ objectId: z.string(), permissions: z.object({ keys: words, secrets: words }).nullish() })).nullish(),
  }),
});

type KeyVaultBody = z.infer<typeof keyVaultBody>;

/** Whether the Backup service may read what the edition asks for, per key vault. */
export async function readKeyVaultAccess(
  session: AzureSession,
  ids: string[],
  edition: Edition,
  needsKeys: boolean,
): Promise<KeyVaultAccess[]> {
  const needed = neededKeyVaultPermissions(edition, needsKeys);
  const service = await backupServiceId(session);
  return pLimit(8).map(ids, (id) => readOne(session, id, needed, service));
}

async function readOne(
  session: AzureSession,
  id: string,
  needed: KeyVaultPermission[],
  service: string | undefined,
): Promise<KeyVaultAccess> {
  const { subscriptionId = '', resourceGroup = '', name = '' } = parseArmId(id) ?? {};
  const blank = { id, name, location: null, model: null, held: [], lacking: [], enabledForDiskEncryption: null };
  try {
    const answer = await call(session, 'read', (options) =>
      clients.keyVaults(session, subscriptionId).vaults.get(resourceGroup, name, options),
    );
    const body = expectBody(keyVaultBody, answer.body);
    const facts: Omit<KeyVaultAccess, 'state' | 'held' | 'lacking'> = {
      id,
      name: body.name,
      location: body.location,
      model: body.properties.enableRbacAuthorization ? 'rbac' : 'access-policy',
      enabledForDiskEncryption: body.properties.enabledForDiskEncryption ?? false,
    };
    const all = service === undefined ? undefined : await permissionsOf(session, subscriptionId, id, body, service);
    if (!all) return { ...facts, state: 'unknown', held: [], lacking: [] };
    const lacking = needed.filter((permission) => !all.includes(permission));
    return { ...facts, state: lacking.length === 0 ? 'granted' : 'lacking', held: all, lacking };
  } catch (error) {
    const status = error instanceof UpstreamFailure ? error.details.status : undefined;
    if (status === 403) return { ...blank, state: 'unreadable' };
    if (status === 404) return { ...blank, state: 'missing' };
    throw error;
  }
}

/** Undefined where the user may not see the role assignments. */
async function permissionsOf(
  session: AzureSession,
  subscriptionId: string,
  id: string,
  { properties }: KeyVaultBody,
  service: string,
): Promise<KeyVaultPermission[] | undefined> {
  if (!properties.enableRbacAuthorization) return permissionsByPolicy(properties.accessPolicies, service);
  return permissionsByRole(session, subscriptionId, id, service).catch((error: unknown) => {
    if (error instanceof UpstreamFailure && error.details.status === 403) return undefined;
    throw error;
  });
}

function permissionsByPolicy(policies: KeyVaultBody['properties']['accessPolicies'], service: string): KeyVaultPermission[] {
  const ours = (policies ?? []).filter(({ objectId }) => objectId.toLowerCase() === service.toLowerCase());
  const granted = (kind: 'keys' | 'secrets', verb: string) =>
    ours.some(({ permissions }) => (permissions?.[kind] ?? []).some((word) => [verb, 'all'].includes(word.toLowerCase())));
  return keyVaultPermission.options.filter((permission) => {
    const [kind, verb = ''] = permission.split('/');
    return granted(kind === 'keys' ? 'keys' : 'secrets', verb);
  });
}
