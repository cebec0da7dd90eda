import type { ItemPath, ProvenRestore, RecoveryDraft, RecoveryPlan, RecoverySummary } from '@tresor/contracts';
import type { AzureSession, OpenAzure } from '../../azure/connection/azure';
import { isolatedGroupName } from '../../azure/network/isolated-network';
import { Problem } from '../../problem';
import { doneBy, isDoneBy } from '../../session/whose';
import { mineOf } from './recovery-view';
import { MOST_RECOVERY_PLANS, MOST_REMOVED_PLANS } from '../../store/bounds';
import type { RecoveryPlans, RecoveryRecord } from '../../store/recovery-plans';
import type { Picture } from '../../store/screens';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { runningIn, type LookPace } from '../restore/plan/run-plan';
import type { RecoveryTools } from './begin-restore';
import { editedPlan, requirePlanned, taggedMachines, type WantedPlan } from './edited-plan';
import { requireMayIsolate } from './isolate';
import { vaultKeyOf } from './machine-key';
import { PlanChanges } from './plan-changes';
import { idOf, RecoveryReader } from './recovery-reader';
import { RecoveryRuns } from './recovery-runs';
import { rehearsalOf, removalsOf, type RehearsalRemoval } from './rehearsal/rehearsal-record';
import { isOnItsWay, RunCommands } from './run-commands';
import { mayRestoreIn, requireItems, seenVaults } from './who-may';

/** Plans for many machines, and their runs, which outlive the request, the browser tab and the process. */
export class RecoveryService {
  readonly #plans: RecoveryPlans;
  readonly #reader: RecoveryReader;
  readonly #tools: RecoveryTools;
  readonly #runs: RecoveryRuns;
  readonly #changes: PlanChanges;
  /** What people may do with the run of a plan. */
  readonly run: RunCommands;

  constructor(
    plans: RecoveryPlans,
    restores: RestorePlanService,
    tools: RecoveryTools,
    openAzure: OpenAzure,
    pace: LookPace,
    report: (error: unknown) => void,
  ) {
    this.#plans = plans;
    this.#reader = new RecoveryReader(plans, restores);
    this.#tools = tools;
    this.#runs = new RecoveryRuns({ plans, restores, tools, pace }, openAzure, report);
    this.#changes = new PlanChanges(plans, this.#reader, this.#runs);
    this.run = new RunCommands({
      restores,
      reader: this.#reader,
      changes: this.#changes,
      runs: this.#runs,
      get: (azure, planId) => this.get(azure, planId),
    });
  }

  list(azure: AzureSession): Promise<RecoverySummary[]> {
    return this.#reader.list(azure);
  }

  listRemoved(azure: AzureSession): Promise<RecoverySummary[]> {
    return this.#reader.listRemoved(azure);
  }

  proven(azure: AzureSession): Promise<ProvenRestore[]> {
    return this.#reader.proven(azure);
  }

  /** The plan as it stands. Who may restore and asks goes on with a run that nobody goes on with. */
  async get(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    const vaults = await seenVaults(azure);
    const found = await this.#reader.seenEver(azure, planId, vaults);
    const mayRun = await mayRestoreIn(azure, found.record, vaults);
    if (mayRun && isOnItsWay(found.record)) await this.#runs.takeOn(azure, planId, found);
    return this.#reader.view(azure, planId, vaults, mayRun);
  }

  /** The picture that a rehearsal kept of a machine's screen, for those who could bring the machine up themselves and look. */
  async screen(azure: AzureSession, planId: string, sha256: string): Promise<Picture | undefined> {
    const vaults = await seenVaults(azure);
    const { record } = await this.#reader.seenEver(azure, planId, vaults);
    const machines = record.machines.filter(({ proof }) => proof?.screen?.state === 'kept' && proof.screen.sha256 === sha256);
    if (!machines.some(({ item }) => vaults.has(vaultKeyOf(item)))) return undefined;
    if (!(await mayRestoreIn(azure, { machines }, vaults))) throw new Problem('forbidden');
    return this.#tools.screens.find(idOf(azure, planId), sha256);
  }

  /** What a rehearsal made and removed, as far as somebody may see its machines. */
  async removals(azure: AzureSession, planId: string): Promise<RehearsalRemoval[]> {
    const vaults = await seenVaults(azure);
    const { record } = await this.#reader.seenEver(azure, planId, vaults);
    return record.rehearsal === null
      ? []
      : removalsOf(
          record.rehearsal,
          record.machines.every(({ item }) => vaults.has(vaultKeyOf(item))),
        );
  }

  /** The plan as it stands, for who only reads. */
  async read(azure: AzureSession, planId: string): Promise<RecoveryPlan> {
    return this.#reader.view(azure, planId, await seenVaults(azure), false);
  }

  /** Keeps what is to come back, once it is known that all of it can be seen. `revision`: of the plan that is changed; null: it is new. */
  async put(azure: AzureSession, planId: string, draft: RecoveryDraft, revision: number | null): Promise<RecoveryPlan> {
    await requireItems(
      azure,
      draft.machines.map(({ item }) => item),
    );
    const id = idOf(azure, planId);
    const found = await this.#plans.find(id);
    const machines = await taggedMachines(azure, draft.machines, found?.record.machines ?? []);
    const wanted = { ...draft, machines, isolatedGroup: draft.target.kind === 'isolated' ? isolatedGroupName('isolated', planId) : null };
    if (!found) await this.#requireRoom(azure);
    const plan = { ...wanted, ...madeBy(azure), standing: { state: 'planned' as const }, rehearsal: null };
    if (found || !(await this.#plans.add(id, plan))) await this.#edit(azure, planId, wanted, revision);
    return this.get(azure, planId);
  }

  /** Runs a plan into isolation, to remove it all again. Asked again under the same id it changes nothing. */
  async rehearse(azure: AzureSession, planId: string, rehearsalId: string, items: readonly ItemPath[] | null): Promise<RecoveryPlan> {
    const { record } = await this.#changes.find(azure, planId);
    const id = idOf(azure, rehearsalId);
    if (await this.#plans.find(id)) return this.get(azure, rehearsalId);
    if (record.rehearsal !== null) throw new Problem('recovery-is-rehearsal');
    const rehearsal = rehearsalOf(record, { planId, rehearsalId, items });
    await requireMayIsolate(
      azure,
      rehearsal.machines.map(({ item }) => item),
      true,
    );
    await this.#requireRoom(azure);
    const begun = { ...rehearsal, ...madeBy(azure), startedAt: azure.now().toISOString(), standing: runningIn(azure) };
    if (await this.#plans.add(id, begun)) await this.#runs.begin(azure, rehearsalId);
    return this.get(azure, rehearsalId);
  }

  /** Who reviews a plan has to see its vaults, and to have had no part in it. */
  async approve(azure: AzureSession, planId: string, revision: number): Promise<RecoveryPlan> {
    await this.#reader.seen(azure, planId, await seenVaults(azure));
    const approval = { ...doneBy(azure), at: azure.now().toISOString() };
    await this.#changes.make(azure, planId, (now) => {
      requirePlanned(now, revision);
      const { isPartlyOwn, isApproved } = mineOf(azure, now);
      if (isPartlyOwn) throw new Problem('recovery-own-plan');
      return isApproved ? now : { ...now, approvals: [...now.approvals, approval] };
    });
    return this.get(azure, planId);
  }

  /** What has run stays to be read: evidence is drawn from it. */
  async remove(azure: AzureSession, planId: string): Promise<{ state: 'removed' }> {
    await this.#changes.find(azure, planId);
    const removed = { by: doneBy(azure).by, at: azure.now().toISOString() };
    const { startedAt } = await this.#changes.make(azure, planId, (now) => {
      if (isOnItsWay(now) || isThere(now)) throw new Problem('recovery-running');
      return { ...now, removed };
    });
    if (startedAt === null) await this.#plans.remove(idOf(azure, planId));
    else for (const id of (await this.#reader.removedIds(azure)).slice(MOST_REMOVED_PLANS)) await this.#plans.remove(id);
    return { state: 'removed' };
  }

  /** What is read of some machines of a plan: nothing is asked of Azure for machines of none. */
  async look<Answer>(
    azure: AzureSession,
    planId: string,
    items: readonly ItemPath[],
    read: (record: RecoveryRecord) => Promise<Answer>,
  ): Promise<Answer> {
    return read(await this.#reader.ofPlan(azure, planId, items));
  }

  /** Ends all runs where they stand; the next process takes them up. */
  end(): Promise<void> {
    return this.#runs.stop();
  }

  /** Who may restore changes a plan, and so does its author; what they cannot see of it stays. */
  async #edit(azure: AzureSession, planId: string, wanted: WantedPlan, revision: number | null): Promise<void> {
    const vaults = await seenVaults(azure);
    const { record } = await this.#reader.seen(azure, planId, vaults);
    const isOwn = isDoneBy(azure, record);
    if (!isOwn && !(await mayRestoreIn(azure, record, vaults))) throw new Problem('forbidden');
    const at = azure.now().toISOString();
    await this.#changes.make(azure, planId, (now) => {
      // Who made it and says that it is new has not heard that it was made, however often it was.
      const isMadeAgain = revision === null && isOwn && now.changed === null;
      return isMadeAgain
        ? editedPlan(now, wanted, { revision: now.revision, done: { at, changed: null }, vaults })
        : editedPlan(now, wanted, { revision, done: { at: now.at, changed: { ...doneBy(azure), at } }, vaults });
    });
  }

  async #requireRoom(azure: AzureSession): Promise<void> {
    if ((await this.#reader.count(azure)) >= MOST_RECOVERY_PLANS) throw new Problem('too-many-orders');
  }
}

const madeBy = (azure: AzureSession) => ({
  ...doneBy(azure),
  at: azure.now().toISOString(),
  revision: 1,
  changed: null,
  changedBefore: [],
  startedAt: null,
  approvals: [],
  voided: [],
  removed: null,
});

/** What a rehearsal made is not forgotten before it was removed. */
const isThere = ({ rehearsal }: RecoveryRecord) => rehearsal !== null && rehearsal.removedAt === null;
