import type { MachineCheck, VerdictReason } from '@tresor/contracts';
import type { ProblemCode } from '@tresor/contracts/problem-codes';
import type { Fix } from './help-entry-kind';
import { own } from '../../api/own';

export const BACK_UP_AGAIN: readonly Fix[] = ['back-up', 'prerequisites', 'jobs'];
export const RESTORE_OTHERWISE: readonly Fix[] = ['restore-disks', 'restores'];
const KEYS: readonly Fix[] = ['keys', 'restore-disks', 'restores'];

/** Codes that a restore ends with; the others come from backups. */
const OF_RESTORES: Readonly<Record<string, readonly Fix[]>> = {
  // Enabling the backup of a machine that has no restore point yet ends with it, too.
  UserErrorKeyVaultNotFound: ['keys', 'restore-disks', 'encryption', 'restores'],
  UserErrorKeyAndSecretNotFound: KEYS,
  DiskEncryptionInternalError: KEYS,
  UserErrorRestoreNotAuthorized: RESTORE_OTHERWISE,
  UserErrorStorageAccountNotAuthorized: RESTORE_OTHERWISE,
  UserErrorStorageAccountRegionMismatch: RESTORE_OTHERWISE,
  UserErrorStorageAccountNotSupported: RESTORE_OTHERWISE,
  UserErrorStorageAccountNotOnline: RESTORE_OTHERWISE,
  UserErrorFileRecoveryNotSupportedForEncryptedVM: RESTORE_OTHERWISE,
  CopyingVHDsFromBackUpVaultTakingLongTime: RESTORE_OTHERWISE,
  UserErrorInstantRpNotFound: RESTORE_OTHERWISE,
  UserErrorSnapshotRestoreAfterKeyRotation: RESTORE_OTHERWISE,
  UserErrorSkuNotAvailable: RESTORE_OTHERWISE,
  UserErrorMarketPlaceVMNotSupported: RESTORE_OTHERWISE,
};

const OF_BACKUPS: Readonly<Record<string, readonly Fix[]>> = {
  UserErrorKeyVaultPermissionsNotConfigured: ['grant', 'back-up', 'prerequisites'],
  UserErrorKeyOrSecretNotAvailable: ['encryption', 'back-up', 'jobs'],
  UserErrorBekOnlyEncryptionNotSupported: ['encryption', 'machines', 'settings'],
  UserErrorClassicVmNotSupported: ['machines'],
  UserErrorVmAndVaultLocationMismatch: ['machines', 'prerequisites'],
  UserErrorEncryptedVmNotSupportedWithDiskEx: ['items', 'machines'],
  VirtualMachineAlreadyProtected: ['items', 'machines'],
  UserErrorItemInSoftDeletedState: ['undelete', 'items'],
  UserErrorProtectionStopped: ['resume', 'items'],
  UserErrorVmNotFoundV2: ['restore-disks', 'machines', 'items'],
  BMSUserErrorPolicyNotFound: ['policies'],
  AuthorizationFailed: ['permissions'],
  BMSUserErrorJobNotCancellable: ['jobs'],
};

export const isOfRestore = (code: string): boolean => Object.hasOwn(OF_RESTORES, code);

export const fixesOfAzureCode = (code: string): readonly Fix[] => own(OF_RESTORES, code) ?? own(OF_BACKUPS, code) ?? BACK_UP_AGAIN;

const OF_PROBLEMS: Readonly<Partial<Record<ProblemCode, readonly Fix[]>>> = {
  forbidden: ['permissions'],
  'guard-approval-missing': ['permissions'],
  'storage-data-forbidden': ['permissions'],
  'key-vault-forbidden': ['permissions'],
  'consent-required': ['permissions'],
  'item-not-found': ['items'],
  'item-stopped': ['resume', 'items'],
  'item-resumed': ['items'],
  'item-deleted': ['undelete', 'items'],
  'protected-elsewhere': ['items', 'machines'],
  'virtual-machine-not-found': ['machines', 'items'],
  'policy-not-found': ['policies'],
  'policy-name-taken': ['policies'],
  'policy-refused': ['policies'],
  'policy-changed': ['policies'],
  'policy-in-use': ['policies'],
  'storage-account-not-found': RESTORE_OTHERWISE,
  'storage-account-refused': RESTORE_OTHERWISE,
  'paired-region-closed': RESTORE_OTHERWISE,
  'recovery-point-not-found': RESTORE_OTHERWISE,
  'restore-disks-only': RESTORE_OTHERWISE,
  'restore-key-vault-missing': KEYS,
  'restore-keys-missing': KEYS,
  'keys-not-in-backup': KEYS,
  'keys-not-verified': KEYS,
  'key-backup-foreign': KEYS,
  'key-backup-damaged': KEYS,
  'key-name-taken': KEYS,
  'key-vault-refused': KEYS,
  'key-vault-name-taken': KEYS,
  'disks-not-restored': ['restores'],
  'machine-name-taken': ['restores'],
  'machine-not-verified': ['restores'],
  'restore-running': ['restores'],
  'restore-in-use': ['restores'],
  'setting-not-offered': ['restores'],
  'machine-not-ready': ['restores'],
  'machine-refused': ['restores'],
  'encryption-application-needed': ['restores'],
  'encryption-unconfirmed': ['restores'],
  'disks-told': ['restores'],
  'key-vault-not-found': ['grant'],
  'key-vault-changed': ['grant'],
  'grant-not-found': ['grant'],
  'grant-changed': ['grant'],
  'role-not-known-yet': ['grant'],
  'backup-service-unknown': ['grant'],
};

export const fixesOfProblem = (code: ProblemCode): readonly Fix[] => OF_PROBLEMS[code] ?? ['jobs'];

const OF_POINTS: Readonly<Partial<Record<VerdictReason, readonly Fix[]>>> = {
  'item-deleted': ['undelete', 'items'],
  'no-valid-tier': RESTORE_OTHERWISE,
  archived: RESTORE_OTHERWISE,
  'snapshot-only-after-key-rotation': RESTORE_OTHERWISE,
  'key-vault-other-geography': RESTORE_OTHERWISE,
  'key-vault-other-subscription': RESTORE_OTHERWISE,
  'key-vault-unreadable': ['permissions', 'restore-disks'],
  'key-vault-firewalled': ['restore-disks'],
  'key-vault-registering': ['restore-disks'],
};

export const fixesOfPoint = (reason: VerdictReason): readonly Fix[] => OF_POINTS[reason] ?? KEYS;

const MACHINE: readonly Fix[] = ['machine', 'restores'];

const OF_CHECKS: Readonly<Partial<Record<MachineCheck, readonly Fix[]>>> = {
  'no-deploy-right': ['permissions', ...MACHINE],
  'locks-unseen': ['permissions', ...MACHINE],
  'no-right-to-create': ['permissions', ...MACHINE],
  'no-right-to-attach-disks': ['permissions', ...MACHINE],
  'no-right-to-join-subnet': ['permissions', ...MACHINE],
  'key-vault-not-enabled-for-disk-encryption': KEYS,
  'key-vault-other-region': KEYS,
  'keys-not-verified': KEYS,
};

export const fixesOfCheck = (check: MachineCheck): readonly Fix[] => OF_CHECKS[check] ?? MACHINE;
