import type { Edition } from './facts';
import type { Source } from './rule';
import * as sources from './sources';
import type { Support, SupportCaseShape, SupportInEdition } from './support-case';

const says = (support: Support, source: Source): SupportInEdition => ({ support, source });
const NO_SUCH_THING: SupportInEdition = { support: 'not-applicable', source: null };

const both = (year2017: SupportInEdition, current: SupportInEdition): Record<Edition, SupportInEdition> => ({
  '2017-01': year2017,
  current,
});

/** What the documentation says of encrypted virtual machines beyond the rules that choose between them, one case a line. */
const table = [
  {
    id: 'ade-bek-kek',
    area: 'encryption',
    editions: both(says('supported', sources.ENCRYPTION_2017), says('supported', sources.ENCRYPTION)),
  },
  {
    id: 'ade-bek-only',
    area: 'encryption',
    editions: both(says('not-supported', sources.ENCRYPTION_2017), says('supported', sources.ENCRYPTION)),
  },
  {
    id: 'ade-managed-disks',
    area: 'encryption',
    editions: both(says('not-stated', sources.ENCRYPTION_2017), says('supported', sources.ENCRYPTION)),
  },
  { id: 'ade-single-pass', area: 'encryption', editions: both(NO_SUCH_THING, says('supported', sources.ENCRYPTION)) },
  {
    id: 'key-of-a-certificate',
    area: 'encryption',
    editions: both(says('not-stated', sources.ENCRYPTION_2017), says('not-supported', sources.ENCRYPTION)),
  },
  {
    id: 'platform-keys',
    area: 'encryption',
    editions: both(says('supported', sources.PREPARE_2017), says('supported', sources.ENCRYPTION)),
  },
  { id: 'customer-managed-keys', area: 'encryption', editions: both(NO_SUCH_THING, says('supported', sources.ENCRYPTION)) },
  { id: 'encryption-at-host', area: 'encryption', editions: both(NO_SUCH_THING, says('not-stated', sources.ENCRYPTION)) },
  {
    id: 'premium-storage',
    area: 'backup',
    editions: both(says('supported', sources.PREPARE_2017), says('supported', sources.VM_MATRIX)),
  },
  {
    id: 'several-backups-a-day',
    area: 'backup',
    editions: both(says('not-supported', sources.PREPARE_2017), says('limited', sources.ENHANCED_POLICY)),
  },
  {
    id: 'vault-in-other-subscription',
    area: 'backup',
    editions: both(says('not-supported', sources.PREPARE_2017), says('limited', sources.CROSS_SUBSCRIPTION_BACKUP)),
  },
  { id: 'confidential-vms', area: 'backup', editions: both(NO_SUCH_THING, says('limited', sources.CONFIDENTIAL_VM)) },
  {
    id: 'policies-of-a-vault',
    area: 'backup',
    editions: both(says('not-stated', sources.PREPARE_2017), says('limited', sources.BACKUP_FAQ)),
  },
  {
    id: 'on-demand-backups-a-day',
    area: 'backup',
    editions: both(says('not-stated', sources.PREPARE_2017), says('limited', sources.VM_MATRIX_2026)),
  },
  {
    id: 'vaults-of-a-region',
    area: 'backup',
    editions: both(says('limited', sources.LIMITS_2017), says('limited', sources.BACKUP_FAQ)),
  },
  { id: 'soft-delete-for-good', area: 'backup', editions: both(NO_SUCH_THING, says('supported', sources.SECURE_BY_DEFAULT)) },
  { id: 'immutable-vault', area: 'backup', editions: both(NO_SUCH_THING, says('limited', sources.IMMUTABLE_VAULT)) },
  { id: 'selective-disks', area: 'backup', editions: both(NO_SUCH_THING, says('not-supported', sources.ENCRYPTED_TROUBLESHOOT)) },
  { id: 'customer-key-of-the-vault', area: 'backup', editions: both(NO_SUCH_THING, says('limited', sources.ENCRYPTED_TROUBLESHOOT)) },
  {
    id: 'restore-disks',
    area: 'restore',
    editions: both(says('supported', sources.ENCRYPTION_2017), says('supported', sources.RESTORE_ENCRYPTED)),
  },
  {
    id: 'create-virtual-machine',
    area: 'restore',
    editions: both(says('not-supported', sources.ENCRYPTION_2017), says('not-supported', sources.RESTORE_ENCRYPTED)),
  },
  { id: 'replace-existing', area: 'restore', editions: both(NO_SUCH_THING, says('not-supported', sources.RESTORE_ENCRYPTED)) },
  {
    id: 'files-and-folders',
    area: 'restore',
    editions: both(says('not-supported', sources.ENCRYPTION_2017), says('not-supported', sources.RESTORE_ENCRYPTED)),
  },
  {
    id: 'template',
    area: 'restore',
    editions: both(says('not-supported', sources.ENCRYPTION_2017), says('supported', sources.RESTORE_ENCRYPTED)),
  },
  {
    id: 'cross-region',
    area: 'restore',
    editions: both(says('not-supported', sources.RESTORE_2017), says('limited', sources.RESTORE_ENCRYPTED)),
  },
  {
    id: 'cross-subscription',
    area: 'restore',
    editions: both(says('not-supported', sources.RESTORE_2017), says('not-supported', sources.ENCRYPTION)),
  },
  { id: 'snapshot-after-rotation', area: 'restore', editions: both(NO_SUCH_THING, says('limited', sources.RESTORE_ENCRYPTED)) },
  { id: 'os-disk-swap', area: 'restore', editions: both(NO_SUCH_THING, says('limited', sources.RESTORE_ENCRYPTED)) },
  { id: 'retirement', area: 'lifetime', editions: both(NO_SUCH_THING, says('limited', sources.MIGRATE_ENCRYPTION)) },
] as const satisfies readonly SupportCaseShape[];

export type SupportCaseId = (typeof table)[number]['id'];

export interface SupportCase extends SupportCaseShape {
  id: SupportCaseId;
}

export const SUPPORT_CASES: readonly SupportCase[] = table;

/** What an edition says of a case. */
export const supportOf = (id: SupportCaseId, edition: Edition): SupportInEdition =>
  SUPPORT_CASES.find((one) => one.id === id)?.editions[edition] ?? NO_SUCH_THING;

/** The day on which Azure Disk Encryption ends, ISO. Source: disk-encryption-migrate. */
export const DISK_ENCRYPTION_RETIRES = '2028-09-15';
