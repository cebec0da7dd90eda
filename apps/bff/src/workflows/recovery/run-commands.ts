import type { ItemPath, RecoveryPlan, RehearsalLeft } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import { doneBy } from '../../session/whose';
import type { RecoveryMachineRecord, RecoveryRecord } from '../../store/recovery-plans';
import { sideBySide } from '../../turns';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { runningIn } from '../restore/plan/run-plan';
import { requireRevision } from './edited-plan';
import { requireMayIsolate } from './isolate';
import { keyOf, vaultOf } from './machine-key';
import { afresh } from './machine-states';
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
    if (mayStart(record)) {
      const items = record.machines.map(({ item }) => item);
      if (record.isolatedGroup !== null) await requireMayIsolate(azure, items, false);
      const at = azure.now().toISOString();
      await this.#changes.make(azure, planId, (now) => {
        if (revision !== undefined) requireRevision(now, revision);
        return mayStart(now) ? { ...now, standing: runningIn(azure), startedAt: now.startedAt ?? at } : now;
      });
      await this.#runs.begin(azure, planId);
    }
    return this.#get(azure, planId);
  }

  /** Asked again it stops what goes on all the same. */
  async pause(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    if (isOnItsWay(record) || record.standing.state === 'paused') {
      const over = await this.#overIn(azure, record);
      const held = (machine: RecoveryMachineRecord) => ({
        ...machine,
        isHeld: machine.isHeld || (machine.isPlanned && !over.has(keyOf(machine.item))),
      });
      await this.#halt(azure, planId, (now) => {
        const paused = halted(azure, now, 'paused');
        return paused.standing.state === 'paused' ? { ...paused, machines: paused.machines.map(held) } : now;
      });
    }
    return this.#reader.view(azure, planId, await seenVaults(azure), true);
  }

  /** The same for good; what a rehearsal made goes. */
  async cancel(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    if (!mayCancel(record)) return this.#get(azure, planId);
    const isRehearsal = record.rehearsal !== null;
    await this.#halt(azure, planId, (now) => {
      if (!mayCancel(now)) return now;
      return isRehearsal ? removing(azure, now) : halted(azure, now, 'cancelled');
    });
    if (isRehearsal) await this.#runs.begin(azure, planId);
    return this.#reader.view(azure, planId, await seenVaults(azure), true);
  }

  /** Tries again what came to nothing; the others are left alone. */
  async retry(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    if (!mayRetry(record)) return this.#get(azure, planId);
    if (record.rehearsal?.isRemoving) {
      if (!record.rehearsal.left.some(isOpen)) return this.#get(azure, planId);
      await this.#changes.make(azure, planId, (now) => (mayRetry(now) ? removing(azure, now) : now));
      await this.#runs.begin(azure, planId);
      return this.#get(azure, planId);
    }
    const stopped = await this.#inNeed(azure, record);
    const { standing } = await this.#changes.make(azure, planId, (now) =>
      mayRetry(now) ? { ...now, standing: runningIn(azure), machines: now.machines.map(afresh) } : now,
    );
    if (standing.state !== 'running') return this.#get(azure, planId);
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

  /** What is to be is written first, all at once: whatever fails then, the run or who asks again goes on with it. */
  async #halt(azure: AzureSession, planId: string, change: (record: RecoveryRecord) => RecoveryRecord): Promise<void> {
    const { machines } = await this.#changes.make(azure, planId, change);
    await sideBySide(machines, PARALLEL, (machine) => this.#stopRestore(azure, machine));
  }

  /** Those whose restore is done, or was stopped by itself: it is not for the run to go on with. */
  async #overIn(azure: AzureSession, { machines }: RecoveryRecord): Promise<ReadonlySet<string>> {
    const looked = await pLimit(PARALLEL).map(machines, async (machine) => {
      const state = (await this.#reader.lookAt(azure, machine))?.standing.state;
      return state === 'done' || state === 'stopped' ? [keyOf(machine.item)] : [];
    });
    return new Set(looked.flat());
  }

  async #stopRestore(azure: AzureSession, { item, jobId, isPlanned }: RecoveryMachineRecord): Promise<void> {
    if (jobId !== null && isPlanned) await this.#restores.abandon({ azure, vault: vaultOf(item), jobId });
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
  await sideBySide(machines, PARALLEL, async ({ item, jobId }) => {
    if (jobId === null) return;
    const of = { azure, vault: vaultOf(item), jobId };
    const plan = await restores.look(of);
    if (plan) await restores.decide(of, plan.record.answers);
  });
}

export const isOnItsWay = ({ standing: { state } }: RecoveryRecord) => state === 'running' || state === 'waiting';

/* What may be done with a run is judged again by what is there when it is written: somebody else may have paused or cancelled it meanwhile. */

const mayStart = ({ standing: { state } }: RecoveryRecord) => state === 'planned' || state === 'paused';

const mayCancel = ({ standing: { state }, rehearsal }: RecoveryRecord) =>
  state !== 'planned' && state !== 'ended' && rehearsal?.removedAt == null;

const mayRetry = (record: RecoveryRecord) => isOnItsWay(record) || record.standing.state === 'ended' || record.rehearsal?.removedAt != null;

const ordered = (azure: AzureSession) => {
  const { by } = doneBy(azure);
  return { by, at: azure.now().toISOString() };
};

/** Asked again it stays with who was first, and what is over stays so. */
const halted = (azure: AzureSession, now: RecoveryRecord, state: 'paused' | 'cancelled'): RecoveryRecord =>
  isOnItsWay(now) || (state === 'cancelled' && now.standing.state === 'paused') ? { ...now, standing: { state, ...ordered(azure) } } : now;

/** What a rehearsal that was stopped, or left something, made goes now. */
const removing = (azure: AzureSession, now: RecoveryRecord): RecoveryRecord => ({
  ...now,
  standing: runningIn(azure),
  rehearsal: toRemove(now.rehearsal, ordered(azure)),
});

/** What a storage account keeps of deleted files goes by itself, and nothing else makes it go. */
const isOpen = ({ kind, state }: RehearsalLeft) => state !== 'kept-untold' && (state !== 'soft-deleted' || kind === 'key-vault');
