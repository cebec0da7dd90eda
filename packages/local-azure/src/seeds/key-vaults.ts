import { resourceId } from '../world/arm-ids';
import { assignRole } from '../world/authorization/access';
import { servicePrincipalOf } from '../world/directory/directory';
import { cloudOf } from '../world/cloud';
import { createKey, putSecret, vaultUriOf, type ObjectAttributes } from '../world/key-vault/key-vault-objects';
import type { ArmResource, World } from '../world/world';
import { TENANT_ID } from './company';
import { groups } from './groups';
import { people } from './people';
import { ensureGroup, type Place } from './places';
import { guidOf, hexOf } from '../world/stable-ids';

/** What Azure Backup may do in a key vault: all it needs, nothing, or reading but no backup of secrets. */
type BackupAccess = 'complete' | 'none' | 'without secrets/backup';

export interface KeyVaultSpec extends Place {
  name: string;
  /** `rbac`: role assignments count, access policies do not. */
  model: 'access policies' | 'rbac';
  backup: BackupAccess;
  /** The helpdesk may bring back keys and secrets here. */
  helpdesk?: true;
  /** Nobody can purge it, nor what it holds. */
  purgeProtection?: true;
}

const RETENTION_DAYS = 90;

/** ARM id of a key vault of the seed. */
export const keyVaultId = ({ subscriptionId, group, name }: KeyVaultSpec): string =>
  resourceId(subscriptionId, group, `Microsoft.KeyVault/vaults/${name}`);

/** Puts a key vault into the world, with its key encryption key. */
export function addKeyVault(world: World, spec: KeyVaultSpec): void {
  ensureGroup(world, spec);
  const now = new Date(world.clock.now()).toISOString();
  const by = people.adele.username;
  const rbac = spec.model === 'rbac';
  const vault: ArmResource = {
    id: keyVaultId(spec),
    name: spec.name,
    type: 'Microsoft.KeyVault/vaults',
    location: spec.location,
    tags: {},
    systemData: {
      createdBy: by,
      createdByType: 'User',
      createdAt: now,
      lastModifiedBy: by,
      lastModifiedByType: 'User',
      lastModifiedAt: now,
    },
    properties: {
      sku: { family: 'A', name: 'standard' },
      tenantId: TENANT_ID,
      accessPolicies: rbac ? [] : accessPolicies(world, spec),
      enabledForDeployment: false,
      enabledForDiskEncryption: true,
      enableSoftDelete: true,
      softDeleteRetentionInDays: RETENTION_DAYS,
      ...(spec.purgeProtection && { enablePurgeProtection: true }),
      enableRbacAuthorization: rbac,
      vaultUri: vaultUriOf(world, spec.name),
      provisioningState: 'Succeeded',
      publicNetworkAccess: 'Enabled',
    },
  };
  world.resources.put(vault);
  if (rbac) assignKeyVaultRoles(world, vault.id, spec);
}

function assignKeyVaultRoles(world: World, scope: string, { backup, helpdesk }: KeyVaultSpec): void {
  if (backup === 'complete') {
    assignRole(world, { principalId: backupService(world), role: 'Key Vault Administrator', scope, principalType: 'ServicePrincipal' });
  }
  if (!helpdesk) return;
  for (const role of ['Key Vault Crypto Officer', 'Key Vault Secrets Officer']) {
    assignRole(world, { principalId: groups.restorers.objectId, role, scope, principalType: 'Group' });
  }
}

const backupService = (world: World) => servicePrincipalOf(world, cloudOf(world).backupService, 'Backup Management Service').objectId;

function accessPolicies(world: World, { backup, helpdesk }: KeyVaultSpec): unknown[] {
  const owner = { keys: ['all'], secrets: ['all'], certificates: ['all'] };
  const restorer = { keys: ['get', 'list', 'update', 'recover', 'restore'], secrets: ['get', 'list', 'set', 'recover', 'restore'] };
  const policies = [
    { tenantId: TENANT_ID, objectId: people.adele.objectId, permissions: owner },
    ...(helpdesk ? [{ tenantId: TENANT_ID, objectId: groups.restorers.objectId, permissions: restorer }] : []),
  ];
  if (backup === 'none') return policies;
  const secrets = backup === 'complete' ? ['get', 'list', 'backup'] : ['get', 'list'];
  const permissions = { keys: ['get', 'list', 'backup'], secrets };
  return [...policies, { tenantId: TENANT_ID, objectId: backupService(world), permissions }];
}

/** A key encryption key of its own, for instance one that has expired or was disabled. Answers its URL with version. */
export function addKek(world: World, vaultName: string, name: string, attributes: Partial<ObjectAttributes> = {}): string {
  return createKey(world, { vaultName, name, version: hexOf(`${vaultName}/keys/${name}`), attributes }).id;
}

/** The BEK of a machine as disk encryption stores it: a secret named by a GUID, wrapped when there is a KEK. Answers its URL with version. */
export function addBek(
  world: World,
  vaultName: string,
  machine: { name: string; os: 'Windows' | 'Linux' },
  kekUrl: string | undefined,
): string {
  const name = guidOf(`bek of ${machine.name}`).toUpperCase();
  const windows = machine.os === 'Windows';
  const wrapped = kekUrl !== undefined && { DiskEncryptionKeyEncryptionAlgorithm: 'RSA-OAEP', DiskEncryptionKeyEncryptionKeyURL: kekUrl };
  return putSecret(world, {
    vaultName,
    name,
    version: hexOf(`bek of ${machine.name}`),
    value: Array.from({ length: kekUrl === undefined ? 2 : 8 }, (_, i) => hexOf(`${machine.name} ${String(i)}`)).join(''),
    contentType: kekUrl === undefined ? 'BEK' : 'Wrapped BEK',
    tags: {
      ...wrapped,
      DiskEncryptionKeyFileName: windows ? `${name}.BEK` : 'LinuxPassPhraseFileName',
      MachineName: machine.name,
      VolumeLetter: windows ? 'C:\\' : '/',
    },
  }).id;
}
