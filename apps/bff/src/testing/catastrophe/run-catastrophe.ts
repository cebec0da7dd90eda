import { randomUUID } from 'node:crypto';
import { itemInVault, recoveryPlan, type RecoveryPlan } from '@tresor/contracts';
import type { ExpectedOutcome } from '@tresor/local-azure';
import * as z from 'zod';
import { machineOf, recoveryPath } from '../recovering';
import { countsOf, draftFor, firstOfEachRow, waveOf } from './choose';
import { differences, endingsOf, wrongPoints } from './endings';
import { shortestRun } from './limit';
import { openStage, type Calls, type Stage } from './stage';

export interface CatastropheOptions {
  /** Machines of each row of the estate that take part, the first ones. */
  ofEachRow: number;
  /** Told each few minutes of Azure's time. */
  onProgress: (minutes: number, states: Record<string, number>, calls: Calls) => void;
}

export interface CatastropheReport {
  /** How many machines ended how. */
  endings: Record<string, number>;
  /** A sentence for each machine that ended otherwise than it should. */
  differences: string[];
  calls: Calls;
  machines: number;
  /** Milliseconds of Azure's time. */
  makespan: number;
  shortest: number;
  /** What Azure was told, and which machines changed, when the plan was run once more. */
  again: { writes: number; changed: string[] };
}

const MINUTE = 60_000;
/** A page that shows a run asks so often. */
const ASKED_EVERY = 5_000;
const REPORTED_EVERY = 5 * MINUTE;
const LONGEST_RUN = 24 * 60 * MINUTE;
const AGAIN_FOR = 2 * MINUTE;

const sleep = (milliseconds: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, milliseconds);
  });

/** Brings back all that is missing as the helpdesk does, to the end, and holds each machine against how it should end. */
export async function runCatastrophe(options: CatastropheOptions): Promise<CatastropheReport> {
  await using stage = await openStage();
  const expected = firstOfEachRow(options.ofEachRow);
  const { end, newest, ended, ...figures } = await stage.live(() => bringBack(stage, expected, options));
  const planned = expected.map((outcome) => {
    const { wave, pointTime, begunAt } = end.machines.find(({ item }) => item.vmName === outcome.machine) ?? {};
    return { outcome, wave: wave ?? 1, age: Date.parse(begunAt ?? '') - Date.parse(pointTime ?? '') };
  });
  return {
    ...figures,
    endings: countsOf(ended.map(({ ended: word }) => word)),
    differences: [...differences(ended), ...wrongPoints(expected, ended, newest)],
    shortest: shortestRun(planned),
  };
}

async function bringBack(stage: Stage, expected: readonly ExpectedOutcome[], { onProgress }: CatastropheOptions) {
  const { ask, calls } = stage;
  const names = new Set(expected.map(({ machine }) => machine));
  const items = (await ask.get(z.array(itemInVault), '/api/items')).filter(({ name }) => names.has(name));
  const missing = items.filter(({ machine }) => machine === 'gone');
  const path = recoveryPath(randomUUID());
  await ask.send(recoveryPlan, 'PUT', path, draftFor(missing.map((item) => machineOf(item, waveOf(item.name)))));

  const before = { ...calls };
  const began = Date.now();
  await ask.send(recoveryPlan, 'POST', `${path}/start`);
  const end = await watch(stage, path, began, onProgress);
  const makespan = Date.now() - began;
  const spent = difference(calls, before);
  return {
    end,
    newest: new Map(items.map(({ name, latestRecoveryPoint }) => [name, latestRecoveryPoint])),
    machines: missing.length,
    calls: spent,
    makespan,
    ended: await endingsOf(stage.show, expected, end),
    again: await runAgain(stage, path, end),
  };
}

/** Starts the plan once more and keeps its page open for a while. */
async function runAgain({ ask, look, calls }: Stage, path: string, first: RecoveryPlan): Promise<CatastropheReport['again']> {
  const writesBefore = calls.writes;
  await ask.send(recoveryPlan, 'POST', `${path}/start`);
  for (const until = Date.now() + AGAIN_FOR; Date.now() < until; await sleep(ASKED_EVERY)) await look(path);
  const { machines } = await look(path);
  const changed = machines.filter((one, at) => JSON.stringify(one) !== JSON.stringify(first.machines[at]));
  return { writes: calls.writes - writesBefore, changed: changed.map(({ item }) => item.vmName) };
}

async function watch({ look, calls }: Stage, path: string, began: number, onProgress: CatastropheOptions['onProgress']) {
  let reportedAt = -Infinity;
  for (;;) {
    const plan = await look(path);
    const passed = Date.now() - began;
    if (passed - reportedAt >= REPORTED_EVERY) {
      reportedAt = passed;
      onProgress(Math.round(passed / MINUTE), countsOf(plan.machines.map(({ state }) => state)), { ...calls });
    }
    if (plan.standing.state === 'ended' || passed > LONGEST_RUN) return plan;
    await sleep(ASKED_EVERY);
  }
}

const difference = (now: Calls, before: Calls): Calls => ({
  reads: now.reads - before.reads,
  writes: now.writes - before.writes,
  keyVaults: now.keyVaults - before.keyVaults,
  blobs: now.blobs - before.blobs,
  refused: now.refused - before.refused,
  pages: now.pages - before.pages,
});
