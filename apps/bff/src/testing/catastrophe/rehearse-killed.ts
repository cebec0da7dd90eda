import { itemInVault, recoveryPlan, sealedEvidence, type RecoveryPlan } from '@tresor/contracts';
import { startLocalAzure, type ExpectedOutcome, type LocalAzure } from '@tresor/local-azure';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { holdRoles } from '../hold-roles';
import { acceptedOfRun, machineOf, recoveryPath } from '../recovering';
import { isKeptFile, standsOfOthers, standsOfRehearsals } from '../rehearsing';
import { ADELE, ALEX, allowBlobs } from '../restoring';
import { draftFor, firstOfEachRow, waveOf } from './choose';
import type { KilledRun } from './killed-run';
import { amidKills, plantMorning, type KilledOptions } from './killed-stage';
import { rehearsedWrongly } from './rehearsed';
import type { KilledReport } from './run-killed';

/** Of the first one key vaults stay soft-deleted: the second one needs other names. */
const PEOPLE = ['alex', 'adele'] as const;

const NO_PURGE = { actions: ['*'], notActions: ['Microsoft.KeyVault/locations/deletedVaults/purge/action'], dataActions: ['*'] };

/** Lets Adele see the staged files, and Alex do all but purge key vaults. */
async function giveRights(azure: LocalAzure, expected: readonly ExpectedOutcome[]): Promise<void> {
  const subscriptions = new Set(expected.map(({ vmId }) => vmId.split('/').slice(0, 3).join('/')));
  for (const scope of subscriptions) {
    await allowBlobs({ azure }, ADELE, scope);
    await holdRoles({ azure }, ALEX, [{ role: NO_PURGE, scope }], scope);
  }
}

/** What of Azure says whether a rehearsal did what it says. */
interface Stands {
  others: Record<string, string>;
  /** ARM ids. */
  rehearsals: string[];
  accepted: Record<string, number>;
}

async function standsIn(file: string): Promise<Stands> {
  const azure = await startLocalAzure({ file, clock: { mode: 'standing' }, throttle: false });
  const stands = { others: standsOfOthers({ azure }), rehearsals: standsOfRehearsals({ azure }), accepted: acceptedOfRun({ azure }) };
  await azure.stop();
  return stands;
}

/** Two rehearsals of the whole estate, while servers and Azure are killed, half of the times amid the removal. @throws at the first thing that is wrong on the way */
export async function rehearseKilled(options: KilledOptions): Promise<KilledReport> {
  const expected = firstOfEachRow(options.ofEachRow);
  const file = await plantMorning(options.folder, (azure) => giveRights(azure, expected));
  const report: KilledReport = {
    machines: expected.length * PEOPLE.length,
    missing: expected.length,
    kills: 0,
    recovery: 0,
    differences: [],
  };
  let before = await standsIn(file);
  for (const person of PEOPLE) {
    const { end, figures, removals } = await amidKills(options, file, person, (run) => rehearse(run, expected));
    const after = await standsIn(file);
    report.kills += figures.kills;
    report.recovery = Math.max(report.recovery, figures.recovery);
    const wrong = [...rehearsedWrongly(expected, end.machines), ...leftWrongly(end, removals, before, after), ...touched(before, after)];
    report.differences.push(...wrong.map((sentence) => `The rehearsal of ${person}: ${sentence}`));
    before = after;
  }
  return report;
}

async function rehearse(run: KilledRun, expected: readonly ExpectedOutcome[]) {
  const names = new Set(expected.map(({ machine }) => machine));
  const items = z.array(itemInVault).parse(await run.ask('GET', '/api/items'));
  const machines = items.filter(({ name }) => names.has(name)).map((item) => machineOf(item, waveOf(item.name)));
  const [plan, rehearsalId] = [recoveryPath(randomUUID()), randomUUID()];
  recoveryPlan.parse(await run.ask('PUT', plan, draftFor(machines)));
  recoveryPlan.parse(await run.ask('POST', `${plan}/rehearse`, { rehearsalId, items: null }));
  const path = recoveryPath(rehearsalId);
  const end = await run.toTheEnd(path);
  const { records } = sealedEvidence.parse(await run.ask('GET', `${path}/evidence`));
  const removals = records.flatMap(({ record }) => (record.kind === 'removal' ? [record] : []));
  return { end, removals, figures: run.figures };
}

type Removals = Awaited<ReturnType<typeof rehearse>>['removals'];

const nameOf = (id: string) => id.split('/').at(-1) ?? '';

/** What is left has to be what the end and its evidence say, and no more than key vaults that lie deleted and that the person may not purge. */
function leftWrongly({ rehearsal }: RecoveryPlan, removals: Removals, before: Stands, after: Stands): string[] {
  const left = after.rehearsals.filter((id) => !before.rehearsals.includes(id)).map(nameOf);
  const stays = (rehearsal?.left ?? []).filter((one) => !isKeptFile(one));
  const reported = stays.map(({ name }) => name);
  const recorded = removals
    .filter(({ thing, state }) => state !== 'removed' && !isKeptFile({ kind: thing.kind, state }))
    .map(({ thing }) => thing.name);
  const isTrue = [reported, recorded].every((names) => JSON.stringify(names.toSorted()) === JSON.stringify(left.toSorted()));
  const isKept = stays.every(({ kind, state, until }) => kind === 'key-vault' && state === 'soft-deleted' && until !== null);
  const groups = removals.filter(({ thing, state }) => thing.kind === 'resource-group' && state === 'removed');
  return [
    ...(rehearsal?.phase === 'removed' ? [] : [`it stands as ${JSON.stringify(rehearsal)}.`]),
    ...(isTrue ? [] : [`there is ${left.join(', ')}; its end says ${reported.join(', ')}, its evidence ${recorded.join(', ')}.`]),
    ...(isKept ? [] : [`it left ${JSON.stringify(rehearsal?.left)}.`]),
    ...(groups.length > 0 ? [] : ['its evidence names no resource group that was removed.']),
  ];
}

/** What is of others stands as it stood, and Azure accepted nothing twice. */
function touched(before: Stands, after: Stands): string[] {
  const ids = [...new Set([...Object.keys(before.others), ...Object.keys(after.others)])];
  const changed = ids.filter((id) => before.others[id] !== after.others[id]);
  const twice = Object.entries(after.accepted).filter(([command, count]) => count - (before.accepted[command] ?? 0) > 1);
  return [
    ...changed.map((id) => `it has changed ${id}, which is of others.`),
    ...twice.map(([command]) => `Azure accepted ${command} twice.`),
  ];
}
