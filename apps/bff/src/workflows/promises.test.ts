import { itemInVault, recoveryCapacity, recoveryOutlook, type ItemInVault, type RecoveryDraft } from '@tresor/contracts';
import { expectedOutcomes } from '@tresor/local-azure';
import type { Edition } from '@tresor/support-matrix';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { asker, type Ask } from '../testing/ask';
import { firstOfEachRow, waveOf } from '../testing/catastrophe/choose';
import { cameOf, isKept, promisedBy } from '../testing/promises';
import { letRecover, lookAtRecovery, machineOf, orderRecovery, planRecovery } from '../testing/recovering';
import { startContoso } from '../testing/start-contoso';

const EDITIONS: Edition[] = ['2017-01', 'current'];
const PEOPLE = ['adele', 'alex', 'patti', 'lee', 'megan'];
const SEEDS = ['contoso', 'disaster', 'catastrophe'] as const;

/** All are a command of their own. Every test run takes some of the morning on which there is most to promise. */
const isAll = process.env['TRESOR_NEWCOMER'] === 'all';
const SAMPLE = ['Build01', 'Crm01', 'FinanceWin01', 'Gateway01', 'Planning01', 'TestDC01', 'TestSql01'];
const all = SEEDS.flatMap((seed) => EDITIONS.flatMap((edition) => PEOPLE.map((person) => ({ seed, edition, person }))));
const sample = [
  { seed: 'catastrophe', edition: '2017-01', person: 'adele' },
  { seed: 'catastrophe', edition: 'current', person: 'adele' },
  { seed: 'disaster', edition: 'current', person: 'alex' },
] as const;

/** Where the old machines stand they come back beside them. */
const targetIn = (seed: (typeof SEEDS)[number]): RecoveryDraft['target'] =>
  recoveryTarget(seed === 'contoso' ? { kind: 'group', group: 'RestoreRG' } : { kind: 'as-it-was' });
const recoveryTarget = (target: unknown) => z.custom<RecoveryDraft['target']>().parse(target);

const damaged = new Set(expectedOutcomes().flatMap(({ machine, harm }) => (harm === 'system damaged' ? [machine] : [])));

/** Of machines that are alike one: of the farm, and of each row of the catastrophe. */
function taken(seed: (typeof SEEDS)[number], items: readonly ItemInVault[]): ItemInVault[] {
  const rows = new Set(firstOfEachRow(1).map(({ machine }) => machine));
  if (seed === 'catastrophe')
    return items.filter(
      ({ name, machine }) => machine !== 'there' && (isAll ? rows.has(name) && !damaged.has(name) : SAMPLE.includes(name)),
    );
  return items.filter(
    ({ name, vault }) => (vault.vaultName === 'IgniteDemoVault') === (seed === 'disaster') && !/^FarmVM(?!001)/.test(name),
  );
}

const AT_ONCE = 5;
const pages = <One>(all: readonly One[]) =>
  Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => all.slice(at * AT_ONCE, (at + 1) * AT_ONCE));

async function readPromises(ask: Ask, path: string, machines: readonly ReturnType<typeof machineOf>[], asked: { person: string }) {
  const outlooks = [];
  for (const some of pages(machines)) {
    const items = some.map(({ item }) => item);
    outlooks.push(...(await ask.send(z.array(recoveryOutlook), 'POST', `${path}/outlooks`, { items }, asked)));
  }
  const sized = outlooks.flatMap(({ item, target: { size }, subnet }) =>
    size === null ? [] : [{ item, size, subnetId: subnet?.id ?? null }],
  );
  const capacity =
    sized.length === 0 ? { quotas: [] } : await ask.send(recoveryCapacity, 'POST', `${path}/capacity`, { machines: sized }, asked);
  return new Map(outlooks.map((outlook) => [outlook.item.vmName, promisedBy(outlook, capacity)]));
}

it.each(isAll ? all : sample)(
  'what a plan in $seed promises $person by the rules of $edition before it starts is what comes',
  { timeout: 900_000 },
  async ({ seed, edition, person }) => {
    await using contoso = await startContoso(seed);
    const ask = asker(() => contoso);
    const items = taken(seed, await ask.get(z.array(itemInVault), '/api/items', { person }));
    expect(items).not.toEqual([]);
    const machines = items.map((item) => machineOf(item, waveOf(item.name)));
    const path = await planRecovery(ask, machines, { edition, target: targetIn(seed) }, { person });
    if (!(await lookAtRecovery(ask, path, { person })).mayRun) {
      expect(await ask.refusal('POST', `${path}/start`, undefined, { person })).toBe('forbidden');
      return;
    }
    const promises = await readPromises(ask, path, machines, { person });
    await orderRecovery(ask, path, 'start', undefined, { person });
    let end = await letRecover(contoso, ask, path, undefined, { person });
    while (end.standing.state !== 'ended') end = await letRecover(contoso, ask, path, undefined, { person });
    const broken = end.machines.flatMap((view) => {
      const promised = promises.get(view.item.vmName);
      const came = cameOf(view);
      return promised && isKept(promised, came)
        ? []
        : [{ machine: view.item.vmName, promised, came, refusal: view.refusal, stop: view.stop }];
    });
    expect(broken).toEqual([]);
  },
);
