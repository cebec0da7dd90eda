import { itemDetails, type Restore } from '@tresor/contracts';
import type { Edition } from '@tresor/support-matrix';
import { afterAll, expect, it } from 'vitest';
import { inSight } from '../../facts';
import { asker, type Ask } from '../../testing/ask';
import { Newcomer } from '../../testing/newcomer';
import { startContoso } from '../../testing/start-contoso';
import { restorable, walkToTheEnd } from '../../testing/walks';

const PEOPLE = ['adele', 'alex', 'megan', 'patti', 'lee'];
const EDITIONS: Edition[] = ['2017-01', 'current'];
const SEEDS = ['contoso', 'disaster'] as const;
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const walks = SEEDS.flatMap((seed) => EDITIONS.flatMap((edition) => PEOPLE.map((person) => ({ seed, edition, person }))));
/** All are a command of their own; every test run takes those of the disaster. */
const isAll = process.env['TRESOR_NEWCOMER'] === 'all';
const taken = walks.filter(({ seed, edition }) => isAll || (edition === 'current' && seed === 'disaster'));

const table: string[] = [];
/** Which machine comes back by whose hands, and with how many clicks. */
const HEADING = 'seed | rules | person | machine | end | why | clicks | anyone who goes on all the same';
afterAll(() => isAll && console.log([HEADING, ...table].join('\n')));

/** Who is told at the start that the walk leads nowhere does not begin it. */
function rowOf({ machine, clicks, end, foretold, last }: Newcomer): (string | number)[] {
  const came = [end?.kind ?? 'never', stepOf(last), end?.reason].filter(Boolean).join(' ');
  if (foretold) return [machine, 'at-start', `${foretold.step} ${foretold.why}`, 0, `${came}, ${String(clicks)} clicks`];
  return [machine, end?.kind ?? 'never', end?.reason ?? '', clicks, ''];
}

const stepOf = (last: Restore | null) => (last && 'step' in last.next ? last.next.step : undefined);

/** How the newest backup of a machine that was called protected ended, after a night. */
async function lastBackup(ask: Ask, { vault, last }: Newcomer): Promise<string | null> {
  const [, , , , group, , , , name] = (last ? (inSight(last.machineId, null) ?? '') : '').split('/');
  return (await ask.get(itemDetails, `${vault}/items/${group}/${name}`)).lastBackupStatus;
}

it.each(taken)('$person brings back what can be brought back in $seed by the rules of $edition', { timeout: 600_000 }, async (walk) => {
  const { seed, edition, person } = walk;
  await using contoso = await startContoso(seed);
  const ask = asker(() => contoso);
  const newcomers = (await restorable(contoso, seed)).map((item) => new Newcomer(contoso, item, person, edition));
  expect(newcomers).not.toEqual([]);
  await walkToTheEnd(contoso, newcomers);
  for (const one of newcomers) table.push([seed, edition, person, ...rowOf(one)].join(' | '));
  // Where Azure itself did not answer nobody was told anything.
  expect(newcomers.filter(({ end }) => end?.reason?.startsWith('azure-'))).toEqual([]);
  expect(newcomers.filter(({ end }) => end === null).map(({ machine, last }) => [machine, last?.next])).toEqual([]);
  // What is said at the start is so: anyone who is told of nothing comes to the end, anyone who is told of something does not get past it.
  const begun = newcomers.filter(({ last }) => last !== null);
  expect(begun.map(({ machine, end, last }) => [machine, end?.kind, stepOf(last)])).toEqual(
    begun.map(({ machine, foretold, end }) => [machine, foretold ? end?.kind : 'done', foretold ? foretold.step : undefined]),
  );
  const called = newcomers.filter(({ last }) => last?.steps.some(({ step, state }) => step === 'protection' && state === 'done'));
  contoso.azure.advance(DAY);
  const nights = await Promise.all(called.map(async (one) => [one.machine, await lastBackup(ask, one)]));
  expect(nights).toEqual(called.map(({ machine }) => [machine, 'Completed']));
});
