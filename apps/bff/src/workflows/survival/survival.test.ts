import { itemInVault, keySurvival, type KeySurvival } from '@tresor/contracts';
import { expectedOutcomes, type ExpectedOutcome, type KeyExpectation } from '@tresor/local-azure';
import type { SurvivalRuleId } from '@tresor/support-matrix';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { asker } from '../../testing/ask';
import { countCalls } from '../../testing/count-calls';
import { startContoso, type Contoso } from '../../testing/start-contoso';

let contoso: Contoso;
const ask = asker(() => contoso);

async function survivals(person: string, before: string | null = null, of?: string): Promise<Map<string, KeySurvival>> {
  const all = (await ask.get(z.array(itemInVault), '/api/items', { person })).map(
    ({ name, resourceGroup, latestRecoveryPoint, vault }) => ({
      ...vault,
      vmGroup: resourceGroup,
      vmName: name,
      latest: latestRecoveryPoint,
    }),
  );
  const items = all.filter(({ vmName }) => of === undefined || vmName === of);
  const rows: KeySurvival[] = [];
  for (let from = 0; from < items.length; from += 40) {
    const body = { edition: 'current', items: items.slice(from, from + 40), before };
    rows.push(...(await ask.send(z.array(keySurvival), 'POST', '/api/key-survival', body, { person })));
  }
  return new Map(rows.map((row) => [row.item.vmName, row]));
}

/** The rule that tells of what was done to the keys of a machine; none where they are sound. */
const RULE: Record<KeyExpectation, SurvivalRuleId | undefined> = {
  sound: undefined,
  'key vault deleted': 'key-vault-deleted',
  'key vault purged': 'key-vault-gone',
  'secret deleted': 'secret-deleted',
  'secret purged': 'secret-gone',
  'key disabled': 'key-disabled',
  'key expired': 'key-expired',
  'key rotated': 'snapshot-outdated',
  'service shut out': 'service-shut-out',
};

const worstExpected = ({ point, keys, purgeProtection }: ExpectedOutcome): SurvivalRuleId | undefined => {
  if (point === 'none') return 'no-point';
  return RULE[keys] ?? (purgeProtection ? undefined : 'no-purge-protection');
};

const newestBefore = async (moment: string | null) => (await survivals('adele', moment, 'DC01')).get('DC01')?.point?.time ?? '';

beforeAll(async () => {
  contoso = await startContoso('catastrophe');
}, 60_000);
afterAll(() => contoso[Symbol.asyncDispose]());

describe('the keys of an estate', () => {
  it('are as the estate’s own table of what was done says, for all 200 machines, in less than four calls each', async () => {
    let found = new Map<string, KeySurvival>();
    const calls = await countCalls(async () => {
      found = await survivals('adele');
    });
    expect(calls / expectedOutcomes().length).toBeLessThan(4);
    for (const outcome of expectedOutcomes()) {
      expect(found.get(outcome.machine)?.findings[0], outcome.machine).toBe(worstExpected(outcome));
    }
  }, 60_000);

  it('are told of the point before a moment, too', async () => {
    const before = await newestBefore(null);
    const earlier = await newestBefore(before);
    expect(Date.parse(before) - Date.parse(earlier)).toBeGreaterThan(12 * 3_600_000);
  }, 60_000);

  it('cannot be known by a guest who sees no key vaults, and it is told which right is lacking', async () => {
    const found = await survivals('lee');
    const row = found.get('DC01');
    const findings = ['key-vault-unreadable'];
    expect(row).toMatchObject({ state: 'unknown', findings, keyVaults: [{ state: 'unreadable', findings }] });
    expect(row?.needs).toEqual([{ right: 'read-key-vaults', at: ['/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009'] }]);
    expect(found.get('Lab01')).toMatchObject({ state: 'without-point', findings: ['no-point'] });
  }, 60_000);
});
