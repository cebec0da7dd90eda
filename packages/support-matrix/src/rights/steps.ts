import { ACTIVITY_LOG, BACKUP_ROLES, CREATE_FROM_DISKS, ENCRYPTION, KEY_VAULT_ROLES, RESOURCE_GUARD, RESTORE_KEYS } from '../sources';
import type { Need, Place, Plane, StepShape } from './step';

const GUARD = 'Microsoft.DataProtection/resourceGuards';

/** What a person must be allowed on a Resource Guard for each step that it can protect. Its built-in role gives every action of the provider. */
export const GUARD_ACTIONS = {
  'stop-backup': `${GUARD}/stopProtectionWithRetainDataRequests/action`,
  'delete-backup-data': `${GUARD}/deleteProtectedItemRequests/action`,
  'weaken-policy': `${GUARD}/updateProtectionPolicyRequests/action`,
  'turn-off-soft-delete': `${GUARD}/disableSoftDeleteRequests/action`,
} as const;

/** A step that a Resource Guard can protect. */
export type GuardedStep = keyof typeof GUARD_ACTIONS;

const at =
  (place: Place, plane: Plane = 'control') =>
  (...actions: string[]): Need[] =>
    actions.map((action) => ({ place, plane, action }));

const SERVICES = 'Microsoft.RecoveryServices';
const VAULT = `${SERVICES}/Vaults`;
const ITEM = `${VAULT}/backupFabrics/protectionContainers/protectedItems`;
const MACHINE = 'Microsoft.Compute/virtualMachines';
const KEY_VAULT = 'Microsoft.KeyVault/vaults';
const BLOBS = 'Microsoft.Storage/storageAccounts/blobServices/containers';

const vault = at('vault');
const subscription = at('subscription');
const machine = at('machine');
const group = at('group');
const diskGroup = at('disk-group');
const keyVault = at('key-vault');
const guard = at('guard');

/** What a public address for a new machine takes, which has its own network interface. */
export const PUBLIC_ADDRESS = group('Microsoft.Network/publicIPAddresses/write', 'Microsoft.Network/publicIPAddresses/join/action');

/** What a restore left in the storage account, read: the file with key data, the configuration, VHDs. */
export const RESTORED_FILES = at('storage-account', 'data')(`${BLOBS}/blobs/read`);

/** Who may not list what was restored finds neither disks nor the machine made of them. */
const restoredDisks = diskGroup('Microsoft.Compute/disks/read');

/** A command for an item also looks at the jobs before it: so that none is given twice. */
const itemCommand = (...actions: string[]) => vault(`${VAULT}/backupJobs/read`, ...actions);

/** Each step of a restore begins with where it stands: its job, its item and the point that it is of. */
const restore = vault(`${VAULT}/read`, `${VAULT}/backupJobs/read`, `${ITEM}/read`, `${ITEM}/recoveryPoints/read`);

/** Disks pass through a storage account into a group: Azure’s table of roles asks for both to be written, beside the roles at the vault. */
const disksTaken = [
  ...at('storage-account')('Microsoft.Storage/storageAccounts/read', 'Microsoft.Storage/storageAccounts/write'),
  ...group('Microsoft.Resources/subscriptions/resourceGroups/write'),
];

const disksRestored = [
  ...itemCommand(
    `${VAULT}/read`,
    `${ITEM}/read`,
    `${ITEM}/recoveryPoints/read`,
    `${VAULT}/backupValidateOperation/action`,
    `${ITEM}/recoveryPoints/restore/action`,
  ),
  ...disksTaken,
];

/** "In addition of the restore permissions", at the subscription. */
const disksRestoredInPair = [
  ...disksRestored,
  ...vault(`${ITEM}/recoveryPoints/accessToken/action`),
  ...subscription(
    `${SERVICES}/locations/backupAadProperties/read`,
    `${SERVICES}/locations/backupCrossRegionRestore/action`,
    `${SERVICES}/locations/backupCrrOperationsStatus/read`,
    `${SERVICES}/locations/backupCrrJob/action`,
    `${SERVICES}/locations/backupCrrJobs/action`,
  ),
];

/** Azure’s table of roles asks for Virtual Machine Contributor, or its own role with these two. */
const machineProtected = machine(`${MACHINE}/read`, `${MACHINE}/write`);

const writePolicy = vault(`${VAULT}/backupPolicies/read`, `${VAULT}/backupPolicies/write`);
const configureVault = vault(`${VAULT}/read`, `${VAULT}/backupProtectedItems/read`, `${VAULT}/write`);

/** Whether keys and secrets are there, as their lists tell, in a key vault that machines can use. */
const keysSeen = [
  ...keyVault(`${KEY_VAULT}/read`),
  ...at('policy-key-vault', 'access-policy')('keys/list', 'secrets/list'),
  ...at('role-key-vault', 'data')(`${KEY_VAULT}/keys/read`, `${KEY_VAULT}/secrets/readMetadata/action`),
];

/** The steps of both journeys in the order in which they are taken, each with what it needs and where. */
const table = [
  { id: 'open-vault', journey: 'backup', source: BACKUP_ROLES, needs: vault(`${VAULT}/read`) },
  {
    id: 'create-vault',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: group(`${VAULT}/read`, `${VAULT}/write`),
  },
  {
    id: 'create-group',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: subscription('Microsoft.Resources/subscriptions/resourceGroups/read', 'Microsoft.Resources/subscriptions/resourceGroups/write'),
  },
  {
    id: 'configure-vault',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: configureVault,
  },
  {
    id: 'turn-off-soft-delete',
    journey: 'backup',
    source: RESOURCE_GUARD,
    needs: [...configureVault, ...guard(GUARD_ACTIONS['turn-off-soft-delete'])],
  },
  { id: 'delete-vault', journey: 'backup', source: BACKUP_ROLES, needs: vault(`${VAULT}/backupProtectedItems/read`, `${VAULT}/delete`) },
  {
    id: 'choose-policy',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: vault(`${VAULT}/backupPolicies/read`, `${VAULT}/backupProtectedItems/read`),
  },
  {
    id: 'write-policy',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: writePolicy,
  },
  { id: 'weaken-policy', journey: 'backup', source: RESOURCE_GUARD, needs: [...writePolicy, ...guard(GUARD_ACTIONS['weaken-policy'])] },
  { id: 'delete-policy', journey: 'backup', source: BACKUP_ROLES, needs: vault(`${VAULT}/backupPolicies/delete`) },
  { id: 'choose-machines', journey: 'backup', source: BACKUP_ROLES, needs: machine(`${MACHINE}/read`) },
  { id: 'look-at-key-vault', journey: 'backup', source: KEY_VAULT_ROLES, needs: keyVault(`${KEY_VAULT}/read`) },
  {
    id: 'grant-access',
    journey: 'backup',
    source: ENCRYPTION,
    needs: [
      ...keyVault(`${KEY_VAULT}/read`),
      ...at('policy-key-vault')(`${KEY_VAULT}/accessPolicies/write`),
      ...at('role-key-vault')(
        'Microsoft.Authorization/roleAssignments/read',
        'Microsoft.Authorization/roleDefinitions/read',
        'Microsoft.Authorization/roleAssignments/write',
      ),
    ],
  },
  {
    id: 'enable-backup',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: [
      ...vault(`${VAULT}/read`, `${VAULT}/backupProtectedItems/read`, `${VAULT}/backupJobs/read`, `${ITEM}/write`),
      ...subscription(`${SERVICES}/locations/backupPreValidateProtection/action`),
      ...machineProtected,
    ],
  },
  { id: 'back-up-now', journey: 'backup', source: BACKUP_ROLES, needs: itemCommand(`${ITEM}/backup/action`) },
  {
    id: 'stop-backup',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: [...itemCommand(`${ITEM}/read`, `${ITEM}/write`), ...guard(GUARD_ACTIONS['stop-backup'])],
  },
  {
    id: 'delete-backup-data',
    journey: 'backup',
    source: BACKUP_ROLES,
    needs: [
      ...itemCommand(`${ITEM}/delete`),
      ...at('guarded-vault')(`${VAULT}/backupResourceGuardProxies/unlockDelete/action`),
      ...guard(GUARD_ACTIONS['delete-backup-data']),
    ],
  },
  { id: 'resume-backup', journey: 'backup', source: BACKUP_ROLES, needs: itemCommand(`${ITEM}/read`, `${ITEM}/write`) },
  { id: 'undelete', journey: 'backup', source: BACKUP_ROLES, needs: itemCommand(`${ITEM}/read`, `${ITEM}/write`) },
  { id: 'cancel-job', journey: 'backup', source: BACKUP_ROLES, needs: itemCommand(`${VAULT}/backupJobs/cancel/action`) },
  { id: 'read-activity', journey: 'backup', source: ACTIVITY_LOG, needs: vault('Microsoft.Insights/eventtypes/values/read') },
  { id: 'choose-point', journey: 'restore', source: BACKUP_ROLES, needs: vault(`${ITEM}/read`, `${ITEM}/recoveryPoints/read`) },
  { id: 'restore-disks', journey: 'restore', source: BACKUP_ROLES, needs: disksRestored },
  { id: 'restore-in-pair', journey: 'restore', source: BACKUP_ROLES, needs: disksRestoredInPair },
  {
    id: 'restore-missing',
    journey: 'restore',
    source: BACKUP_ROLES,
    // Which disks there were, the restored configuration tells.
    needs: [...restore, ...disksRestored, ...restoredDisks, ...at('storage-account', 'data')(`${BLOBS}/blobs/read`)],
  },
  {
    id: 'restore-keys',
    journey: 'restore',
    source: RESTORE_KEYS,
    needs: [
      ...restore,
      ...keysSeen,
      // A secret is read again to see whether it is the right one.
      ...at('policy-key-vault', 'access-policy')('keys/restore', 'secrets/get', 'secrets/set'),
      ...at('role-key-vault', 'data')(
        `${KEY_VAULT}/keys/restore/action`,
        `${KEY_VAULT}/secrets/getSecret/action`,
        `${KEY_VAULT}/secrets/setSecret/action`,
      ),
    ],
  },
  {
    id: 'recover-keys',
    journey: 'restore',
    source: RESTORE_KEYS,
    needs: [
      ...restore,
      ...keysSeen,
      // What is deleted is shown to those only who may read it.
      ...at('policy-key-vault', 'access-policy')('keys/get', 'keys/recover', 'secrets/get', 'secrets/recover'),
      ...at('role-key-vault', 'data')(
        `${KEY_VAULT}/keys/recover/action`,
        `${KEY_VAULT}/secrets/getSecret/action`,
        `${KEY_VAULT}/secrets/recover/action`,
      ),
    ],
  },
  {
    id: 'renew-keys',
    journey: 'restore',
    source: RESTORE_KEYS,
    needs: [
      ...restore,
      ...keysSeen,
      ...at('policy-key-vault', 'access-policy')('keys/update', 'secrets/set'),
      ...at('role-key-vault', 'data')(`${KEY_VAULT}/keys/update/action`, `${KEY_VAULT}/secrets/update/action`),
    ],
  },
  {
    id: 'recover-key-vault',
    journey: 'restore',
    source: RESTORE_KEYS,
    needs: [...restore, ...subscription('Microsoft.KeyVault/deletedVaults/read'), ...keyVault(`${KEY_VAULT}/read`, `${KEY_VAULT}/write`)],
  },
  {
    id: 'open-key-vault',
    journey: 'restore',
    source: RESTORE_KEYS,
    needs: [...restore, ...keyVault(`${KEY_VAULT}/read`, `${KEY_VAULT}/write`)],
  },
  {
    id: 'create-key-vault',
    journey: 'restore',
    source: RESTORE_KEYS,
    needs: [...restore, ...group(`${KEY_VAULT}/read`, `${KEY_VAULT}/write`)],
  },
  {
    id: 'find-vhds',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      // VHDs do not know who uses them: all machines are asked.
      ...subscription(`${MACHINE}/read`),
      ...at('storage-account', 'data')(`${BLOBS}/blobs/read`),
    ],
  },
  {
    id: 'create-machine',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      ...keysSeen,
      ...restoredDisks,
      // A machine that takes a disk changes it.
      ...diskGroup('Microsoft.Compute/disks/write'),
      ...group(
        `${MACHINE}/read`,
        `${MACHINE}/write`,
        'Microsoft.Network/networkInterfaces/write',
        'Microsoft.Network/networkInterfaces/join/action',
      ),
      ...subscription('Microsoft.Compute/locations/vmSizes/read', 'Microsoft.Compute/locations/usages/read'),
      ...at('network')('Microsoft.Network/virtualNetworks/read', 'Microsoft.Network/virtualNetworks/subnets/join/action'),
      ...keyVault(`${KEY_VAULT}/deploy/action`),
    ],
  },
  {
    id: 'move-keys',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      ...keysSeen,
      // A secret that was put back is known by its value.
      ...at('policy-key-vault', 'access-policy')('secrets/get'),
      ...at('role-key-vault', 'data')(`${KEY_VAULT}/secrets/getSecret/action`),
      ...restoredDisks,
      ...diskGroup('Microsoft.Compute/disks/write'),
      ...keyVault(`${KEY_VAULT}/deploy/action`),
    ],
  },
  {
    id: 'move-vhd-keys',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      ...keysSeen,
      ...at('policy-key-vault', 'access-policy')('secrets/get'),
      ...at('role-key-vault', 'data')(`${KEY_VAULT}/secrets/getSecret/action`),
      ...subscription(`${MACHINE}/read`),
      ...at('storage-account', 'data')(`${BLOBS}/blobs/read`, `${BLOBS}/blobs/write`),
      ...keyVault(`${KEY_VAULT}/deploy/action`),
    ],
  },
  {
    id: 'start-machine',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      ...keysSeen,
      ...restoredDisks,
      ...machine(`${MACHINE}/read`, `${MACHINE}/write`, `${MACHINE}/start/action`),
      ...keyVault(`${KEY_VAULT}/deploy/action`),
    ],
  },
  {
    id: 'delete-failed-machine',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [...restore, ...restoredDisks, ...machine(`${MACHINE}/read`, `${MACHINE}/delete`)],
  },
  {
    id: 'renew-encryption',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      ...keysSeen,
      ...restoredDisks,
      ...machine(`${MACHINE}/read`, `${MACHINE}/extensions/write`),
      ...keyVault(`${KEY_VAULT}/deploy/action`),
    ],
  },
  {
    id: 'protect-restored',
    journey: 'restore',
    source: BACKUP_ROLES,
    needs: [...restore, ...restoredDisks, ...machineProtected, ...vault(`${VAULT}/backupProtectedItems/read`, `${ITEM}/write`)],
  },
  {
    id: 'remove-leftovers',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      // They go once the new machine is seen to run.
      ...restoredDisks,
      ...machine(`${MACHINE}/read`),
      ...at('storage-account', 'data')(`${BLOBS}/blobs/read`, `${BLOBS}/blobs/delete`),
    ],
  },
  {
    id: 'discard-restore',
    journey: 'restore',
    source: CREATE_FROM_DISKS,
    needs: [
      ...restore,
      ...restoredDisks,
      ...diskGroup('Microsoft.Compute/disks/delete'),
      ...group(
        // What is not seen is not removed.
        'Microsoft.Network/networkInterfaces/read',
        'Microsoft.Network/networkInterfaces/delete',
        'Microsoft.Network/publicIPAddresses/read',
        'Microsoft.Network/publicIPAddresses/delete',
      ),
      ...at('storage-account', 'data')(`${BLOBS}/blobs/read`, `${BLOBS}/blobs/delete`),
    ],
  },
  {
    id: 'discard-key-vault',
    journey: 'restore',
    source: KEY_VAULT_ROLES,
    needs: [
      ...restore,
      // Only who sees all disks and machines sees that none of others is unlocked with it.
      ...subscription('Microsoft.Compute/disks/read', `${MACHINE}/read`, 'Microsoft.KeyVault/locations/deletedVaults/purge/action'),
      ...keyVault(`${KEY_VAULT}/read`, `${KEY_VAULT}/delete`),
    ],
  },
] as const satisfies readonly StepShape[];

export type StepId = (typeof table)[number]['id'];
export type Step = StepShape & { id: StepId };

export const STEPS: readonly Step[] = table;
