import type { KeySurvival } from '@tresor/contracts';
import { SURVIVAL_RULES, SURVIVAL_STATES } from '@tresor/support-matrix';
import { expect, test } from 'vitest';
import { isResourceGroupName, isSubscriptionId, isVaultName, isVmName } from '../../api/known-ids';
import { fixOf } from './fix-of';
import { countStates, matches, SURVIVAL_FILTERS, worstFirst, type SurvivalFilter } from './survival-rows';

function row(vmName: string, state: KeySurvival['state'], findings: KeySurvival['findings'] = []): KeySurvival {
  const [subscriptionId, resourceGroup, vaultName] = ['s', 'rg', 'vault'];
  if (!isSubscriptionId(subscriptionId) || !isResourceGroupName(resourceGroup) || !isVaultName(vaultName) || !isVmName(vmName)) {
    throw new Error('A name is empty.');
  }
  const item = { subscriptionId, resourceGroup, vaultName, vmGroup: resourceGroup, vmName };
  return { item, point: null, state, findings, keyChain: null, keyVaults: [], needs: [], problem: null };
}

const rows = SURVIVAL_STATES.toReversed().flatMap((state) => [row(`${state}-b`, state), row(`${state}-a`, state)]);

test('the worst stand first, and those that are as bad by name', () => {
  const names = worstFirst(rows).map(({ item }) => item.vmName);
  expect(names).toEqual(SURVIVAL_STATES.flatMap((state) => [`${state}-a`, `${state}-b`]));
});

const shown = (filter: SurvivalFilter) => rows.filter((one) => matches(one, filter)).length;

test('each state can be listed by itself; what needs attention leaves out what is in order', () => {
  expect(SURVIVAL_FILTERS.map(shown)).toEqual([14, ...SURVIVAL_STATES.map(() => 2), 18]);
});

test('every machine is counted once', () => {
  expect(countStates([row('vm', 'unknown'), ...rows])).toEqual(
    SURVIVAL_STATES.map((state) => ({ state, count: state === 'unknown' ? 3 : 2 })),
  );
});

test('whatever makes a machine worse has something that helps, but for a firewall and what Azure is still at', () => {
  const helpless = SURVIVAL_RULES.filter(({ id, state }) => state !== null && fixOf(row('vm', state, [id]), id) === undefined);
  expect(helpless.map(({ id }) => id)).toEqual(['keys-firewalled', 'key-vault-registering']);
});
