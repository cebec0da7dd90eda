import type { Edition, VirtualMachineFacts } from './facts';
import { sameName, subscriptionOf } from './names';
import type { JudgementContext, RuleShape } from './rule';
import * as sources from './sources';

const isRunning = (machine: VirtualMachineFacts) => machine.powerState === 'running';

const OLDEST_WINDOWS_AGENT = [2, 6, 1198, 718] as const;

function isOlder(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const differing = oldest.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return differing !== -1 && (parts[differing] ?? 0) < (oldest[differing] ?? 0);
}

function isAnyKeyVaultElsewhere(machine: VirtualMachineFacts, { keyVaults = [] }: JudgementContext): boolean {
  return machine.encryption.keyVaultIds.some((id) =>
    keyVaults.some((keyVault) => !sameName(keyVault.location, machine.location) && sameName(keyVault.id, id)),
  );
}

const isInOtherSubscription = (machine: VirtualMachineFacts, { vault }: JudgementContext) =>
  !sameName(machine.subscriptionId, vault.subscriptionId);

/** Whether a vault that fits has the machine among its items; one whose backup was deleted stays there until its data is gone. */
function isItemOf(machine: VirtualMachineFacts, fits: (vaultId: string) => boolean): boolean {
  const vaultId = machine.protectedByVaultId ?? machine.stoppedInVaultId ?? machine.deletedInVaultId;
  return vaultId !== null && fits(vaultId);
}

/**
 * Today a machine whose backup was deleted can be protected by another vault at once, by the same one not. Source:
 * https://learn.microsoft.com/azure/backup/backup-azure-enhanced-soft-delete-about, on registering soft-deleted items again.
 */
function isItemElsewhere(machine: VirtualMachineFacts, { vault, edition }: JudgementContext): boolean {
  const isActive = (machine.protectedByVaultId ?? machine.stoppedInVaultId) !== null;
  return (isActive || edition !== 'current') && isItemOf(machine, (id) => !sameName(id, vault.id));
}

const CONFIDENTIAL_REGIONS: readonly string[] = ['uaenorth', 'koreacentral'];

/** In preview: sizes of version 6, in two regions, with an encrypted OS disk. Any other confidential VM cannot be backed up. */
function isConfidentialUnsupported({ confidential, location }: VirtualMachineFacts): boolean {
  if (confidential === null) return false;
  const { size, osDiskEncrypted } = confidential;
  return !osDiskEncrypted || !CONFIDENTIAL_REGIONS.includes(location.toLowerCase()) || (size !== null && !/_v6$/i.test(size));
}

/**
 * Every rule of both editions, most fundamental first: of several broken rules the first refusing one is the reason a person is told.
 * What cannot be changed about the machine comes before what can, and what takes a day before what takes a minute.
 */
const table = [
  {
    id: 'classic-deployment-model',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.ENCRYPTION_2017 },
      current: { limit: null, source: sources.DISK_ENCRYPTION_LINUX },
    },
    example: 'ClassicVM1',
    isBroken: (machine) => machine.deploymentModel === 'classic',
  },
  {
    id: 'other-subscription',
    effect: 'refuses',
    editions: { '2017-01': { limit: null, source: sources.PREPARE_2017 } },
    example: 'OtherSubscriptionVM1',
    isBroken: isInOtherSubscription,
  },
  {
    id: 'encrypted-in-other-subscription',
    effect: 'refuses',
    editions: { current: { limit: null, source: sources.ENCRYPTION } },
    example: 'OtherSubscriptionVM1',
    isBroken: (machine, context) => isInOtherSubscription(machine, context) && machine.encryption.kind !== 'none',
  },
  {
    id: 'other-region',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.VM_MATRIX },
    },
    example: 'NorthVM1',
    isBroken: (machine, { vault }) => !sameName(machine.location, vault.location),
  },
  {
    id: 'already-protected',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.VM_MATRIX },
    },
    example: 'ProtectedVM1',
    isBroken: (machine, { vault }) => isItemOf(machine, (id) => sameName(id, vault.id)),
  },
  {
    id: 'protected-by-another-vault',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.VM_MATRIX },
    },
    example: 'OtherVaultVM1',
    isBroken: isItemElsewhere,
  },
  {
    id: 'disk-encryption-ended',
    effect: 'refuses',
    editions: { current: { limit: null, source: sources.ENCRYPTED_BACKUP_END } },
    example: 'DBVM1Restore',
    isBroken: (machine, { diskEncryptionEnded }) => machine.encryption.kind !== 'none' && diskEncryptionEnded,
  },
  {
    id: 'bek-only',
    effect: 'refuses',
    editions: { '2017-01': { limit: null, source: sources.ENCRYPTION_2017 } },
    example: 'BekOnlyVM1',
    isBroken: (machine) => machine.encryption.kind === 'bek',
  },
  {
    id: 'confidential-vm',
    effect: 'refuses',
    editions: { current: { limit: null, source: sources.CONFIDENTIAL_VM } },
    example: 'ConfidentialVM1',
    isBroken: isConfidentialUnsupported,
  },
  {
    id: 'key-vault-in-other-subscription',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.DISK_ENCRYPTION_2017 },
      current: { limit: null, source: sources.DISK_ENCRYPTION },
    },
    example: 'KeyElsewhereVM2',
    isBroken: (machine) => machine.encryption.keyVaultIds.some((id) => !sameName(subscriptionOf(id), machine.subscriptionId)),
  },
  {
    id: 'key-vault-in-other-region',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.DISK_ENCRYPTION_2017 },
      current: { limit: null, source: sources.DISK_ENCRYPTION },
    },
    example: 'KeyElsewhereVM1',
    isBroken: isAnyKeyVaultElsewhere,
  },
  {
    id: 'too-many-unmanaged-disks',
    effect: 'refuses',
    editions: { current: { limit: 16, source: sources.VM_MATRIX } },
    example: 'ManyUnmanagedDisksVM1',
    isBroken: (machine, _context, limit) => !machine.managedDisks && machine.dataDiskCount > limit,
  },
  {
    id: 'too-many-data-disks',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: 16, source: sources.PREPARE_2017 },
      current: { limit: 32, source: sources.VM_MATRIX },
    },
    example: 'ManyDisksVM1',
    isBroken: (machine, _context, limit) => machine.dataDiskCount > limit,
  },
  {
    id: 'disk-too-large',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: 1023, source: sources.SNAPSHOT_TIMEOUT_2018 },
      current: { limit: 32 * 1024, source: sources.VM_MATRIX },
    },
    example: 'HugeDiskVM1',
    isBroken: (machine, _context, limit) => (machine.largestDiskGiB ?? 0) > limit,
  },
  {
    id: 'vault-full',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: 200, source: sources.LIMITS_2017 },
      current: { limit: 1000, source: sources.BACKUP_FAQ },
    },
    example: 'FullVaultVM1',
    isBroken: (_machine, { vault }, limit) => vault.protectedItemCount >= limit,
  },
  {
    id: 'disks-need-enhanced-policy',
    effect: 'refuses',
    editions: { current: { limit: null, source: sources.ENHANCED_POLICY } },
    example: 'UltraDiskVM1',
    isBroken: ({ ultraOrPremiumV2Disks }, { policyKind }) => ultraOrPremiumV2Disks && policyKind === 'standard',
  },
  {
    id: 'trusted-launch-needs-enhanced-policy',
    effect: 'refuses',
    // Azure takes a standard policy from API version 2025-01-01 on; the client library that this product uses speaks an older one.
    editions: { current: { limit: null, source: sources.ENHANCED_POLICY } },
    example: 'TrustedLaunchVM1',
    isBroken: ({ trustedLaunch }, { policyKind }) => trustedLaunch && policyKind === 'standard',
  },
  {
    id: 'agent-missing',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.ENCRYPTION },
    },
    example: 'NoAgentVM1',
    // A machine that is off reports no agent whether it has one or not, and may be backed up (crash-consistent).
    isBroken: (machine, { agent }) => agent?.state === 'missing' && isRunning(machine),
  },
  {
    id: 'agent-not-ready',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.TROUBLESHOOT },
    },
    example: 'AgentNotReadyVM1',
    isBroken: (machine, { agent }) => agent?.state === 'not-ready' && isRunning(machine),
  },
  {
    id: 'agent-too-old',
    effect: 'refuses',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.TROUBLESHOOT },
    },
    example: 'OldAgentVM1',
    isBroken: (machine, { agent }) =>
      machine.osType === 'Windows' && agent?.version != null && isOlder(agent.version, OLDEST_WINDOWS_AGENT),
  },
  {
    id: 'machine-not-running',
    effect: 'notes',
    editions: {
      '2017-01': { limit: null, source: sources.PREPARE_2017 },
      current: { limit: null, source: sources.VM_MATRIX },
    },
    example: 'StoppedVM1',
    isBroken: (machine) => machine.powerState !== null && !isRunning(machine),
  },
  {
    id: 'single-pass-encryption',
    effect: 'notes',
    // Single pass did not exist in January 2017, so no text of that time refuses or allows it. We allow it: key and secret are the same.
    editions: { '2017-01': { limit: null, source: sources.ENCRYPTION_2017 } },
    example: 'SinglePassVM1',
    isBroken: (machine) => machine.encryption.pass === 'single',
  },
  {
    id: 'linux-os-disk-encryption',
    effect: 'notes',
    editions: {
      '2017-01': { limit: null, source: sources.DISK_ENCRYPTION_2017 },
      current: { limit: null, source: sources.DISK_ENCRYPTION_LINUX },
    },
    example: 'LinuxVM1',
    isBroken: (machine) => machine.osType === 'Linux' && machine.encryption.kind !== 'none',
  },
  {
    id: 'large-disk-loses-encryption',
    effect: 'notes',
    editions: { current: { limit: 4097, source: sources.RESTORE_ENCRYPTED } },
    example: 'LargeDiskVM1',
    isBroken: (machine, _context, limit) => machine.encryption.kind !== 'none' && (machine.largestDiskGiB ?? 0) > limit,
  },
  {
    id: 'many-disks-lose-encryption',
    effect: 'notes',
    editions: { current: { limit: 16, source: sources.RESTORE_ENCRYPTED } },
    example: 'LargeDiskVM1',
    isBroken: (machine, _context, limit) => machine.encryption.kind !== 'none' && machine.dataDiskCount + 1 > limit,
  },
  {
    id: 'disk-encryption-retires',
    effect: 'notes',
    editions: { current: { limit: null, source: sources.DISK_ENCRYPTION } },
    example: 'DBVM1Restore',
    isBroken: (machine) => machine.encryption.kind !== 'none',
  },
] as const satisfies readonly RuleShape[];

export type RuleId = (typeof table)[number]['id'];

export interface Rule extends RuleShape {
  id: RuleId;
}

export const RULES: readonly Rule[] = table;

const byId = new Map<string, Rule>(RULES.map((rule) => [rule.id, rule]));

/** The rule of that id, or undefined for a word that is none (ids arrive over the wire as text). */
export const findRule = (id: string): Rule | undefined => byId.get(id);

/** The largest value the edition still allows (disks, GiB, items), or null where the rule counts nothing or is not in the edition. */
export const limitOf = (id: RuleId, edition: Edition): number | null => byId.get(id)?.editions[edition]?.limit ?? null;
