import type { ItemPath, RecoveryPlan } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { runningIn } from '../restore/plan/run-plan';
import { requireRevision } from './edited-plan';
import { requireMayIsolate } from './isolate';
import { keyOf, vaultOf } from './machine-key';
import { afresh, unheld } from './machine-states';
import type { PlanChanges } from './plan-changes';
import type { RecoveryReader } from './recovery-reader';
import type { RecoveryRuns } from './recovery-runs';
import { toRemove } from './rehearsal/rehearsal-record';
import { seenVaults } from './who-may';

const PARALLEL = 4;

interface Means {
  reader: RecoveryReader;
  restores: RestorePlanService;
  changes: PlanChanges;
  runs: RecoveryRuns;
  /** The plan as it stands, whose run goes on. */
  get: (azure: AzureSession, planId: string) => Promise<RecoveryPlan>;
}

/** What people may do with the run of a plan. Each answers the plan as it then stands. */
export class RunCommands {
  readonly #reader: RecoveryReader;
  readonly #restores: RestorePlanService;
  readonly #changes: PlanChanges;
  readonly #runs: RecoveryRuns;
  readonly #get: Means['get'];

  constructor({ reader, restores, changes, runs, get }: Means) {
    this.#reader = reader;
    this.#restores = restores;
    this.#changes = changes;
    this.#runs = runs;
    this.#get = get;
  }

  /** Begins, or goes on after a pause. What is over or goes on already stays as it is. */
  async start(azure: AzureSession, planId: string, revision?: number): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    const { state } = record.standing;
    if (state === 'planned' || state === 'paused') {
      const items = record.machines.map(({ item }) => item);
      if (record.isolatedGroup !== null) await requireMayIsolate(azure, items, false);
      const at = azure.now().toISOString();
      const held = record.machines.filter(({ isHeld }) => isHeld);
      const begun = { standing: runningIn(azure), startedAt: record.startedAt ?? at };
      await this.#changes.make(azure, planId, (now) => {
        if (revision !== undefined) requireRevision(now, revision);
        return { ...now, ...begun, machines: now.machines.map(unheld) };
      });
      await decideAgain(this.#restores, azure, held);
      await this.#runs.begin(azure, planId);
    }
    return this.#get(azure, planId);
  }

  async pause(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    if (isOnItsWay(record)) await this.#halt(azure, planId, 'paused');
    return this.#reader.view(azure, planId, await seenVaults(azure), true);
  }

  async cancel(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    if (!isOnItsWay(record) && record.standing.state !== 'paused') return this.#get(azure, planId);
    await this.#halt(azure, planId, 'cancelled');
    if (record.rehearsal !== null) await this.#removeNow(azure, planId);
    return this.#reader.view(azure, planId, await seenVaults(azure), true);
  }

  /** Tries again what came to nothing; the others are left alone. */
  async retry(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    const isOver = record.standing.state === 'ended' || record.rehearsal?.removedAt != null;
    if (!isOnItsWay(record) && !isOver) return this.#get(azure, planId);
    if (record.rehearsal?.isRemoving) {
      if (record.rehearsal.left.length > 0) await this.#removeNow(azure, planId);
      return this.#get(azure, planId);
    }
    const stopped = await this.#inNeed(azure, record);
    await this.#changes.make(azure, planId, (now) => ({ ...now, standing: runningIn(azure), machines: now.machines.map(afresh) }));
    await decideAgain(this.#restores, azure, stopped);
    await this.#runs.begin(azure, planId);
    return this.#get(azure, planId);
  }

  async takeOut(azure: AzureSession, planId: string, item: ItemPath): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    const key = keyOf(item);
    const machine = record.machines.find((one) => keyOf(one.item) === key);
    if (!machine) throw new Problem('item-not-found', { fields: ['item'] });
    const goesOn = isOnItsWay(record);
    await this.#changes.make(azure, planId, (now) => ({
      ...now,
      machines: now.machines.map((one) => (keyOf(one.item) === key ? { ...one, isOut: true, isHeld: false } : one)),
    }));
    await this.#stopRestore(azure, machine);
    if (goesOn) await this.#runs.begin(azure, planId);
    return this.#get(azure, planId);
  }

  async #halt(azure: AzureSession, planId: string, state: 'paused' | 'cancelled'): Promise<void> {
    const { name, username } = azure.principal;
    const at = azure.now().toISOString();
    await this.#changes.make(azure, planId, (now) => ({ ...now, standing: { state, by: { name, username }, at } }));
    const { record } = await this.#reader.seen(azure, planId, await seenVaults(azure));
    const held = await pLimit(PARALLEL).map(record.machines, async (machine) =>
      (await this.#stopRestore(azure, machine)) ? [machine] : [],
    );
    const keys = new Set(held.flat().map(({ item }) => keyOf(item)));
    if (state === 'paused')
      await this.#changes.make(azure, planId, (now) => ({
        ...now,
        machines: now.machines.map((one) => ({ ...one, isHeld: one.isHeld || keys.has(keyOf(one.item)) })),
      }));
  }

  /** What a rehearsal that was stopped, or left something, made goes now. */
  async #removeNow(azure: AzureSession, planId: string): Promise<void> {
    const { name, username } = azure.principal;
    const stopped = { by: { name, username }, at: azure.now().toISOString() };
    await this.#changes.make(azure, planId, (now) => ({ ...now, standing: runningIn(azure), rehearsal: toRemove(now.rehearsal, stopped) }));
    await this.#runs.begin(azure, planId);
  }

  /** Whether there was a restore that went on by itself. */
  async #stopRestore(azure: AzureSession, machine: RecoveryMachineRecord): Promise<boolean> {
    const { item, jobId } = machine;
    const plan = await this.#reader.lookAt(azure, machine);
    if (jobId === null || !plan || plan.standing.state === 'done' || plan.standing.state === 'stopped') return false;
    return this.#restores.abandon({ azure, vault: vaultOf(item), jobId });
  }

  /** Those whose restore waits for a person, though the run of all would go on with it. */
  async #inNeed(azure: AzureSession, { machines }: RecoveryRecord): Promise<RecoveryMachineRecord[]> {
    const looked = await Promise.all(
      machines.filter(({ isOut }) => !isOut).map(async (machine) => ({ machine, plan: await this.#reader.lookAt(azure, machine) })),
    );
    return looked.flatMap(({ machine, plan }) => (plan?.standing.state === 'needs-person' ? [machine] : []));
  }
}

/** Lets the restores of machines go on by the same answers, decided once more. */
async function decideAgain(restores: RestorePlanService, azure: AzureSession, machines: readonly RecoveryMachineRecord[]): Promise<void> {
  await pLimit(PARALLEL).map(machines, async ({ item, jobId }) => {
    if (jobId === null) return;
    const of = { azure, vault: vaultOf(item), jobId };
    const plan = await restores.look(of);
    if (plan) await restores.decide(of, plan.record.answers);
  });
}

export const isOnItsWay = ({ standing: { state } }: RecoveryRecord) => state === 'running' || state === 'waiting';
