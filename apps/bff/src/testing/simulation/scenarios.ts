import {
  commandOutcome,
  machineOptions,
  problem,
  protectionBatch,
  restorePlan,
  type ProtectionBatch,
  type RestorePlan,
} from '@tresor/contracts';
import { IGNITE, ofVault, OPERATIONS, storageAccountId, vmId } from '../contoso-places';
import type { Checks } from './checks';
import type { Answer, Question } from './enter';
import type { Random } from './random';
import type { SimulatedServer } from './server';

/** Who and what takes part in a run. */
export interface Cast {
  random: Random;
  checks: Checks;
  intentId: string;
  /** The recovery point that there is. */
  pointId: string;
  /** The job that has restored its disks. */
  restoreId: string;
  /** One of the servers; in place of a dead one a new one. */
  server: () => SimulatedServer;
  trace: (line: string) => void;
}

const APP = `${OPERATIONS}/items/OperationsRG/AppVM1`;
const MACHINES = [vmId('dbvm1', 'DBVM1Restore'), vmId('OperationsRG', 'LinuxVM1')];
const CAME_TO_NOTHING = new Set(['refused', 'failed', 'not-started']);

const ANSWERED_WITHIN = 10_000;
const GIVES_UP_AFTER = 30_000;

const sleep = (milliseconds: number) =>
  new Promise<undefined>((resolve) => {
    setTimeout(() => resolve(undefined), milliseconds);
  });

/** A refusal says that it is certain; a 429 and all from 500 on do not. */
const isRefusal = ({ status }: Answer) => status >= 400 && status < 500 && status !== 429 && status !== 408;

/** Asks a server as a page does, which gives up after a while. Undefined where nothing came of it. */
async function ask(cast: Cast, question: Question, mustAnswer = false): Promise<unknown> {
  const server = cast.server();
  const asked = Date.now();
  const answer = await Promise.race([server.ask(question), sleep(GIVES_UP_AFTER)]);
  if (mustAnswer && !server.life.wasDisturbedSince(asked) && Date.now() - asked > ANSWERED_WITHIN)
    cast.checks.breach('nobody was told within ten seconds');
  if (!answer || answer.status < 400) return answer?.body;
  const code = problem.safeParse(answer.body).data?.code ?? String(answer.status);
  cast.trace(`${server.life.name} answers ${code}`);
  if (isRefusal(answer)) cast.checks.refused(code);
  return undefined;
}

const commandAnswer = commandOutcome.partial({ jobId: true });

/** A command given from one or two tabs, and asked for until it is known what came of it. */
async function command(cast: Cast, question: Question): Promise<void> {
  const tab = async () => {
    for (;;) {
      const outcome = commandAnswer.safeParse(await ask(cast, question, true)).data;
      if (outcome) cast.trace(`a tab is told ${outcome.state}`);
      if (outcome) cast.checks.checkCommand(outcome);
      if (outcome?.state === 'started') return;
      await sleep(1_000 + cast.random.below(outcome?.state === 'checking' ? 60_000 : 5_000));
    }
  };
  await Promise.all(cast.random.happens(0.4) ? [tab(), tab()] : [tab()]);
}

/** Machines enabled, watched until the batch has finished, and tried again where nothing came of it. */
async function batch(cast: Cast): Promise<void> {
  const path = `${IGNITE}/protection/${cast.random.uuid()}`;
  const order = { method: 'PUT', path, body: { edition: '2017-01', policyName: 'DefaultPolicy', vmIds: MACHINES } };
  const look = { method: 'GET', path };
  const again = { method: 'POST', path: `${path}/retry` };
  let last: ProtectionBatch | undefined;
  for (;;) {
    const failed = last?.finished && last.results.some(({ state }) => CAME_TO_NOTHING.has(state));
    const next = failed ? again : look;
    last = protectionBatch.safeParse(await ask(cast, last ? next : order)).data ?? last;
    if (last) cast.checks.checkBatch(last);
    if (last?.finished && last.results.every(({ state }) => state === 'protected')) return;
    await sleep(1_000 + cast.random.below(5_000));
  }
}

const LET_GO = new Set(['needs-person', 'stopped']);

/** A restore that runs by itself from its disks to the first backup, looked at from one or two tabs, which take it on. */
async function run(cast: Cast): Promise<void> {
  const path = `${OPERATIONS}/restores/${cast.restoreId}`;
  const answersOf = async () => {
    const subnetId = machineOptions.safeParse(await ask(cast, { method: 'GET', path: `${path}/machine/options` })).data?.subnets[0]?.id;
    const machine = { name: 'Alone', group: 'IgniteRG', size: 'Standard_DS2_v2', subnetId, publicIp: false };
    const answers = { edition: 'current', machine, keys: null, policyName: 'DefaultPolicy', letBackupIn: true, removeLeftovers: false };
    return subnetId === undefined ? undefined : answers;
  };
  const tab = async () => {
    let seen: string | undefined;
    const traceChange = ({ standing, given }: RestorePlan) => {
      const now = JSON.stringify(standing.state === 'needs-person' ? standing.stop : standing.state);
      if (now !== seen) cast.trace(`a tab sees ${now} after ${given.map(({ command }) => command).join(', ')}`);
      seen = now;
    };
    for (;;) {
      const found = restorePlan.nullable().safeParse(await ask(cast, { method: 'GET', path: `${path}/plan` }));
      const plan = found.data;
      if (plan) traceChange(plan);
      if (plan) cast.checks.checkPlan(plan);
      if (plan?.given.some(({ command, outcome }) => command === 'back-up-now' && outcome === 'accepted')) return;
      const isToDecide = found.success && (plan === null || LET_GO.has(plan?.standing.state ?? ''));
      const answers = isToDecide ? await answersOf() : undefined;
      if (answers) await ask(cast, { method: 'PUT', path: `${path}/plan`, body: { answers } });
      await sleep(1_000 + cast.random.below(cast.random.happens(0.2) ? 120_000 : 5_000));
    }
  };
  await Promise.all(cast.random.happens(0.4) ? [tab(), tab()] : [tab()]);
}

type Scenario = (cast: Cast) => Promise<unknown>;

/** What people do in a run: orders of every kind, from one tab or two. */
export const SCENARIOS: readonly [Scenario, ...Scenario[]] = [
  batch,
  (cast) => Promise.all([batch(cast), batch(cast)]),
  (cast) => command(cast, { method: 'PUT', path: `${APP}/backups/${cast.intentId}`, body: { retainUntil: null } }),
  (cast) =>
    command(cast, {
      method: 'PUT',
      path: `${APP}/restores/${cast.intentId}`,
      body: {
        edition: 'current',
        recoveryPointId: cast.pointId,
        storageAccountId: storageAccountId('contosostaging'),
        targetGroup: 'IgniteRG',
      },
    }),
  (cast) =>
    command(cast, {
      method: 'PUT',
      path: `${ofVault('IgniteRG', 'SecondVault')}/creation/${cast.intentId}`,
      body: { location: 'westeurope', newResourceGroup: false, storageReplication: 'GeoRedundant', softDelete: 'Enabled' },
    }),
  run,
];
