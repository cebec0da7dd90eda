import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from './facts';
import { judgeStorageAccount, STORAGE_ACCOUNT_RULES, type StorageAccountFacts, type StorageAccountRuleId } from './storage-accounts';

const account: StorageAccountFacts = { location: 'westeurope', kind: 'StorageV2', sku: 'Standard_GRS', online: true, allowsKeys: true };

/** For every rule the least that breaks it. */
const BREAKS: Record<StorageAccountRuleId, Partial<StorageAccountFacts>> = {
  'other-region': { location: 'northeurope' },
  'kind-not-supported': { kind: 'BlobStorage' },
  'premium-not-supported': { sku: 'Premium_LRS' },
  'zone-redundant': { sku: 'Standard_RAGZRS' },
  offline: { online: false },
  'key-access-off': { allowsKeys: false },
};

describe.each(EDITIONS)('in the edition %s', (edition) => {
  it('a standard account in the region of the vault takes restored disks', () => {
    expect(judgeStorageAccount({ ...account, location: 'WestEurope' }, 'westeurope', edition)).toBeNull();
  });

  it.each(STORAGE_ACCOUNT_RULES)('$id is told exactly where the edition has it', ({ id, editions }) => {
    expect(judgeStorageAccount({ ...account, ...BREAKS[id] }, 'westeurope', edition)).toBe(editions[edition] ? id : null);
  });
});

it('the reason told is always one that holds', () => {
  const accounts = fc.record({
    location: fc.constantFrom('westeurope', 'northeurope'),
    kind: fc.constantFrom('Storage', 'StorageV2', 'BlobStorage', 'FileStorage'),
    sku: fc.constantFrom('Standard_LRS', 'Standard_ZRS', 'Premium_LRS'),
    online: fc.boolean(),
    allowsKeys: fc.boolean(),
  });
  fc.assert(
    fc.property(accounts, fc.constantFrom(...EDITIONS), (facts, edition) => {
      const reason = judgeStorageAccount(facts, 'westeurope', edition);
      const broken = STORAGE_ACCOUNT_RULES.filter(({ editions, isBroken }) => editions[edition] && isBroken(facts, 'westeurope'));
      expect(reason).toBe(broken[0]?.id ?? null);
    }),
  );
});
