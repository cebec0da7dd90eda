import type { BladeId } from '../../apps/portal/src/map/map';
import { IGNITE_VAULT, OPERATIONS_VAULT } from './wizard';

const PRODUCTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const ITEM = `${OPERATIONS_VAULT}/items/OperationsRG/FullRestoreVM1`;

/** An address of each blade, by the walk that looks at it. */
export const BLADES = {
  'the portal': [
    '/',
    '/vaults',
    '/browse',
    '/items',
    '/jobs',
    '/machines',
    '/restores',
    '/key-vaults',
    `/key-vaults/${PRODUCTION}/KeyVaultRG/RbacKV`,
    '/encryption-end',
    '/encryption-end/script',
    `/encryption-end/${PRODUCTION}/OperationsRG/FullRestoreVM1`,
    '/alerts',
    '/alerts/script',
    '/vaults/new',
    '/settings',
    '/support-matrix',
    '/doctor',
    '/audit',
    '/support-matrix/bek-only',
    `/readiness/${PRODUCTION}`,
    `/readiness/${PRODUCTION}/OperationsRG/FullRestoreVM1`,
    '/recovery',
    '/recovery/new',
    '/key-survival',
    `/key-survival/${PRODUCTION}/OperationsRG/OperationsVault/OperationsRG/LostKeysVM1`,
    '/help',
    '/help/item-stopped',
    '/tours',
    '/nowhere',
  ],
  'the wizard': [
    IGNITE_VAULT,
    `${IGNITE_VAULT}/prerequisites`,
    `${IGNITE_VAULT}/backup`,
    `${IGNITE_VAULT}/backup/goal`,
    `${IGNITE_VAULT}/backup/policy`,
    `${IGNITE_VAULT}/backup/policy/new`,
    `${IGNITE_VAULT}/backup/machines`,
    `${IGNITE_VAULT}/backup/machines/encryption/OperationsRG/BekOnlyVM1`,
    `${IGNITE_VAULT}/backup/script`,
    `${IGNITE_VAULT}/backup/prerequisites`,
    `${IGNITE_VAULT}/backup/key-vaults/${PRODUCTION}/KeyVaultRG/RbacKV`,
  ],
  'a vault': [
    `${OPERATIONS_VAULT}/infrastructure`,
    `${OPERATIONS_VAULT}/infrastructure/configuration`,
    `${OPERATIONS_VAULT}/delete`,
    `${OPERATIONS_VAULT}/policies`,
    `${OPERATIONS_VAULT}/policies/new`,
    `${OPERATIONS_VAULT}/policies/of/LongTermPolicy`,
    `${OPERATIONS_VAULT}/policies/of/LongTermPolicy/edit`,
    `${OPERATIONS_VAULT}/policies/of/LongTermPolicy/delete`,
    `${OPERATIONS_VAULT}/items`,
    `${OPERATIONS_VAULT}/jobs`,
    `${OPERATIONS_VAULT}/activity`,
    `${OPERATIONS_VAULT}/restores`,
    `${OPERATIONS_VAULT}/permissions`,
    `${OPERATIONS_VAULT}/key-vaults`,
  ],
  'key vaults, help and a backup item': [
    ...['NoPolicyKV', 'RbacKV'].map((name) => `${OPERATIONS_VAULT}/key-vaults/${PRODUCTION}/KeyVaultRG/${name}`),
    `${OPERATIONS_VAULT}/help`,
    `${OPERATIONS_VAULT}/help/key-vault-gone/machines/OperationsRG/LostVaultVM1`,
    ITEM,
    `${ITEM}/backup-now`,
    `${ITEM}/backup-now/script/2027-02-17`,
    `${ITEM}/stop`,
    `${ITEM}/resume`,
    `${ITEM}/undelete`,
    `${ITEM}/encryption`,
    `${ITEM}/restore`,
    `${ITEM}/restore/point`,
    `${ITEM}/restore/configuration`,
    `${ITEM}/restore/script`,
  ],
};

/** The blades of a restore that has come so far; each stands beside the restore itself. */
export const OF_A_RESTORE = [
  '/disks',
  '/machine',
  '/encryption',
  '/protection',
  `/protection/key-vaults/${PRODUCTION}/KeyVaultRG/RbacKV`,
  '/after-care',
  '/discard',
  '/record',
  '/evidence',
  '/plan',
  '/script/journey',
  '/keys',
];

/** The blades of a restore plan; each stands beside the plan itself. */
export const OF_A_PLAN = ['/edit', '/script', '/evidence'];

/** The blades that have no address before something was done, by the walk that looks at them, which holds itself to its list. */
export const MADE = {
  'the wizard': ['protection'],
  'a restore': [
    'job',
    'restoreJourney',
    'disks',
    'keys',
    'machine',
    'encryption',
    'protectAgain',
    'keyVaultInRestore',
    'afterCare',
    'discardRestore',
    'restoreRecord',
    'restoreEvidence',
    'runToEnd',
    'restoreScript',
  ],
  'a plan': ['recoveryPlan', 'editRecoveryPlan', 'planScript', 'planEvidence'],
} satisfies Record<string, BladeId[]>;

/** Blades that another one replaces at once. */
export const REPLACED: readonly BladeId[] = ['readinessStart'];
