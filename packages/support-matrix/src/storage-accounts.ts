import type { Edition } from './facts';
import type { Source } from './rule';
import * as sources from './sources';

/** What the rules need to know of a storage account. Regions are ARM names in lower case (`westeurope`). */
export interface StorageAccountFacts {
  location: string;
  /** Azure's word: `Storage`, `StorageV2`, `BlobStorage`, `BlockBlobStorage`, `FileStorage`. */
  kind: string;
  /** Azure's word for performance and replication, for instance `Standard_GRS`. */
  sku: string;
  online: boolean;
  /** Whether the account's keys may be used; Azure Backup uses them. */
  allowsKeys: boolean;
}

interface StorageAccountRule {
  id: string;
  editions: Partial<Record<Edition, Source>>;
  isBroken: (account: StorageAccountFacts, vaultLocation: string) => boolean;
}

/** Why a storage account cannot take restored disks, most fundamental first; of several broken rules the first is the one told. */
const table = [
  {
    id: 'other-region',
    editions: { '2017-01': sources.RESTORE_2017, current: sources.RESTORE_ENCRYPTED },
    isBroken: ({ location }, vaultLocation) => location.toLowerCase() !== vaultLocation.toLowerCase(),
  },
  {
    id: 'kind-not-supported',
    editions: { '2017-01': sources.RESTORE_2017, current: sources.RESTORE_ENCRYPTED },
    isBroken: ({ kind }) => kind !== 'Storage' && kind !== 'StorageV2',
  },
  {
    id: 'premium-not-supported',
    editions: { '2017-01': sources.TROUBLESHOOT_2017, current: sources.RESTORE_ENCRYPTED },
    isBroken: ({ sku }) => sku.startsWith('Premium'),
  },
  {
    id: 'zone-redundant',
    editions: { '2017-01': sources.RESTORE_2017 },
    isBroken: ({ sku }) => sku.endsWith('ZRS'),
  },
  {
    id: 'offline',
    editions: { '2017-01': sources.TROUBLESHOOT_2017, current: sources.TROUBLESHOOT },
    isBroken: ({ online }) => !online,
  },
  {
    id: 'key-access-off',
    editions: { '2017-01': sources.TROUBLESHOOT_2017, current: sources.TROUBLESHOOT },
    isBroken: ({ allowsKeys }) => !allowsKeys,
  },
] as const satisfies readonly StorageAccountRule[];

export type StorageAccountRuleId = (typeof table)[number]['id'];

export const STORAGE_ACCOUNT_RULES: readonly (StorageAccountRule & { id: StorageAccountRuleId })[] = table;

/** The first rule of the edition that keeps the account from taking restored disks; null when none does. Never throws. */
export function judgeStorageAccount(account: StorageAccountFacts, vaultLocation: string, edition: Edition): StorageAccountRuleId | null {
  const broken = STORAGE_ACCOUNT_RULES.find(({ editions, isBroken }) => editions[edition] && isBroken(account, vaultLocation));
  return broken?.id ?? null;
}
