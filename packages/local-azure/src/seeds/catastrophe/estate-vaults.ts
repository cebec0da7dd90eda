import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../company';
import type { KeyVaultSpec } from '../key-vaults';
import type { Place } from '../places';

const WEST: Place = { subscriptionId: PRODUCTION_SUBSCRIPTION_ID, group: 'EstateRG', location: 'westeurope' };
const NORTH: Place = { ...WEST, group: 'EstateNorthRG', location: 'northeurope' };
const TEST: Place = { ...WEST, subscriptionId: TEST_SUBSCRIPTION_ID, group: 'EstateTestRG' };

/** The Recovery Services vaults of the estate by name, each where the machines are that it protects. */
export const vaults = { EstateVault: WEST, EstateNorthVault: NORTH, EstateTestVault: TEST } as const;

export type VaultName = keyof typeof vaults;

/** What became of a key vault in the night. */
export type KeyVaultFate = 'there' | 'deleted' | 'purged';

export interface EstateKeyVault extends KeyVaultSpec {
  fate: KeyVaultFate;
}

const policies = { model: 'access policies', backup: 'complete', helpdesk: true } as const;
const west = { ...WEST, group: 'EstateKeysRG', ...policies } as const;
const north = { ...NORTH, group: 'EstateNorthKeysRG', ...policies } as const;
const test = { ...TEST, group: 'EstateTestKeysRG', ...policies } as const;

/** The sixteen key vaults of the estate: of eight somebody deleted five and purged three. */
export const keyVaults = {
  HqKV: { ...west, name: 'EstateHqKV', purgeProtection: true, fate: 'there' },
  OrdersKV: { ...west, name: 'EstateOrdersKV', fate: 'deleted' },
  FinanceKV: { ...west, name: 'EstateFinanceKV', fate: 'purged' },
  HrKV: { ...west, name: 'EstateHrKV', fate: 'deleted' },
  /** Its keys were disabled, its secrets deleted or purged one by one. */
  SalesKV: { ...west, name: 'EstateSalesKV', fate: 'there' },
  /** Nobody ever let the backup service in. */
  LabKV: { ...west, name: 'EstateLabKV', backup: 'none', fate: 'there' },
  LogisticsKV: { ...west, name: 'EstateLogisticsKV', model: 'rbac', fate: 'there' },
  NorthHqKV: { ...north, name: 'EstateNorthHqKV', fate: 'there' },
  NorthOrdersKV: { ...north, name: 'EstateNorthOrdersKV', fate: 'deleted' },
  FactoryKV: { ...north, name: 'EstateFactoryKV', fate: 'purged' },
  /** Its key expired since the last backup. */
  ArchiveKV: { ...north, name: 'EstateArchiveKV', fate: 'there' },
  TestHqKV: { ...test, name: 'EstateTestHqKV', fate: 'there' },
  TestAppKV: { ...test, name: 'EstateTestAppKV', purgeProtection: true, fate: 'deleted' },
  BuildKV: { ...test, name: 'EstateBuildKV', fate: 'purged' },
  TestWebKV: { ...test, name: 'EstateTestWebKV', fate: 'deleted' },
  /** The backup service was shut out three days ago. */
  TestDataKV: { ...test, name: 'EstateTestDataKV', fate: 'there' },
} as const satisfies Record<string, EstateKeyVault>;

export type KeyVaultName = keyof typeof keyVaults;
