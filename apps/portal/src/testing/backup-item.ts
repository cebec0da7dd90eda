import type { ItemDetails, ItemInVault } from '@tresor/contracts';
import { VAULT } from './places';

const item = {
  id: '/item',
  vmId: '/vm',
  resourceGroup: 'VmRG',
  protectionState: 'Protected',
  lastBackupStatus: 'Completed',
  lastBackupTime: null,
  latestRecoveryPoint: null,
  policyName: 'DefaultPolicy',
  deletedAt: null,
  machine: 'there',
} as const;

/** A backup item in order, with three points, as its own page has it; with what is another thing. */
export const backupItemOf = (name: string, change: Partial<ItemDetails> = {}): ItemDetails => ({
  ...item,
  name,
  subscriptionName: 'Production',
  healthStatus: null,
  findings: [],
  threat: null,
  oldestRecoveryPoint: null,
  recoveryPointCount: 3,
  pairedRegion: null,
  ...change,
});

/** The same as a row of all backup items. */
export const itemInVaultOf = (name: string, change: Partial<ItemInVault> = {}): ItemInVault => ({
  ...item,
  id: name,
  vmId: name,
  name,
  tags: {},
  vault: VAULT,
  ...change,
});
