import { randomUUID } from 'node:crypto';
import { itemInVault, recoveryPlan } from '@tresor/contracts';
import { startLocalAzure, type ExpectedOutcome } from '@tresor/local-azure';
import * as z from 'zod';
import { direct } from '../direct';
import { machineOf, recoveryPath, twiceInRun } from '../recovering';
import { draftFor, firstOfEachRow, waveOf } from './choose';
import { differences, endingsOf, wrongPoints } from './endings';
import type { KilledRun } from './killed-run';
import { amidKills, plantMorning, type KilledOptions } from './killed-stage';

export interface KilledReport {
  /** How many there are in the table of how each should end. */
  machines: number;
  /** How many of them were to come back. */
  missing: number;
  kills: number;
  /** Longest time, in milliseconds, from the death of a server until the run went on for who had the board open. */
  recovery: number;
  differences: string[];
}

/** Brings back all that is missing as the helpdesk does, to its end, while servers and Azure are killed. @throws at the first thing that is wrong on the way */
export async function runKilled(options: KilledOptions): Promise<KilledReport> {
  const file = await plantMorning(options.folder);
  const expected = firstOfEachRow(options.ofEachRow);
  const { missing, newest, end, figures } = await amidKills(options, file, 'alex', (run) => bringBack(run, expected));
  const azure = await startLocalAzure({ file, clock: { mode: 'standing' }, throttle: false });
  const ended = await endingsOf((url) => direct(azure, 'adele', 'GET', url), expected, end);
  const wrong = [...differences(ended), ...wrongPoints(expected, ended, newest)];
  const twice = twiceInRun({ azure }).map((command) => `Azure accepted ${command} twice.`);
  await azure.stop();
  return { machines: expected.length, missing, ...figures, differences: [...wrong, ...twice] };
}

/** Answers how it ended, how much there was to bring back, and the newest point of each machine. */
async function bringBack(run: KilledRun, expected: readonly ExpectedOutcome[]) {
  const names = new Set(expected.map(({ machine }) => machine));
  const items = z.array(itemInVault).parse(await run.ask('GET', '/api/items'));
  const missing = items.filter(({ name, machine }) => names.has(name) && machine === 'gone');
  const path = recoveryPath(randomUUID());
  await run.ask('PUT', path, draftFor(missing.map((item) => machineOf(item, waveOf(item.name)))));
  recoveryPlan.parse(await run.ask('POST', `${path}/start`));
  const end = await run.toTheEnd(path);
  const newest = new Map<string, string | null>(items.map(({ name, latestRecoveryPoint }) => [name, latestRecoveryPoint]));
  return { missing: missing.length, newest, end, figures: run.figures };
}
