import type { ItemPath, ProvenRestore, RecoveryPlan, RecoverySummary } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import { MOST_RECOVERY_PLANS, MOST_REMOVED_PLANS } from '../../store/bounds';
import { namedRecord, type RecoveryMachineRecord, type RecoveryPlans, type RecoveryRecord } from '../../store/recovery-plans';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { restoresOf } from './jobs-of-run';
import { keyOf, vaultKeyOf, vaultOf } from './machine-key';
import { newestOfEach, toProven } from './proven-restores';
import { toMachineView, withRehearsedSteps, toPlanFacts, toSummary, toUnknownSummary } from './recovery-view';
import { seenVaults } from './who-may';

const PARALLEL = 4;

/** A recovery plan is known by its directory and its own id. */
export const idOf = ({ principal: { tid } }: AzureSession, planId: string) => `${tid}/${planId}`.toLowerCase();

const planIdIn = (id: string) => id.split('/')[1] ?? '';

/** Recovery plans as somebody sees them: of each what is in vaults that this person sees. */
export class RecoveryReader {
  readonly #plans: RecoveryPlans;
  readonly #restores: RestorePlanService;

  constructor(plans: RecoveryPlans, restores: RestorePlanService) {
    this.#plans = plans;
    this.#restores = restores;
  }

  /** All of the directory, also those that were deleted after something of them had run. */
  #ever({ principal: { tid } }: AzureSession) {
    return this.#plans.list(`${tid}/`.toLowerCase(), MOST_RECOVERY_PLANS + MOST_REMOVED_PLANS);
  }

  /** All of the directory. */
  async all(azure: AzureSession) {
    return (await this.#ever(azure)).filter(({ record }) => record.removed === null);
  }

  /** Of the directory those that were deleted, the last one first. */
  async allRemoved(azure: AzureSession) {
    return (await this.#ever(azure)).filter(({ record }) => record.removed !== null);
  }

  async list(azure: AzureSession): Promise<RecoverySummary[]> {
    const known = await this.#summariesOf(azure, await this.all(azure));
    return [...known, ...(await this.#unknownIn(azure, await seenVaults(azure)))];
  }

  async listRemoved(azure: AzureSession): Promise<RecoverySummary[]> {
    return this.#summariesOf(azure, await this.allRemoved(azure));
  }

  async #summariesOf(azure: AzureSession, all: Awaited<ReturnType<RecoveryPlans['list']>>): Promise<RecoverySummary[]> {
    const vaults = await seenVaults(azure);
    const seen = all.filter(({ record }) => record.machines.some(({ item }) => vaults.has(vaultKeyOf(item))));
    return pLimit(PARALLEL).map(seen, async ({ id, ...found }) =>
      toSummary(planIdIn(id), found, await this.#machinesFor(azure, found.record, vaults)),
    );
  }

  /** Those that a newer server wrote: they are told of, and left alone. */
  async #unknownIn({ principal: { tid } }: AzureSession, vaults: ReadonlySet<string>): Promise<RecoverySummary[]> {
    const unknown = await this.#plans.listUnknown(`${tid}/`.toLowerCase(), MOST_RECOVERY_PLANS);
    return unknown.flatMap(({ id, kept }) => {
      const { data } = namedRecord.safeParse(kept);
      const seen = data?.machines.filter(({ item }) => vaults.has(vaultKeyOf(item))) ?? [];
      return data === undefined || seen.length === 0 ? [] : [toUnknownSummary(planIdIn(id), data, seen.length)];
    });
  }

  /** Of each machine in a vault that the user sees the last run that brought it up, or tried to. */
  async proven(azure: AzureSession): Promise<ProvenRestore[]> {
    const vaults = await seenVaults(azure);
    const all = await pLimit(PARALLEL).map(await this.#ever(azure), async ({ id, record }) => {
      const { machines } = await this.#machinesFor(azure, record, vaults);
      return machines.flatMap((machine) => toProven(planIdIn(id), record, machine) ?? []);
    });
    return newestOfEach(all.flat());
  }

  /** @throws Problem where there is none, or none of its vaults is seen */
  async seen(azure: AzureSession, planId: string, vaults: ReadonlySet<string>) {
    const found = await this.seenEver(azure, planId, vaults);
    if (found.record.removed !== null) throw new Problem('recovery-plan-not-found');
    return found;
  }

  /** The same, also of one that was deleted after something of it had run: that is only read. */
  async seenEver(azure: AzureSession, planId: string, vaults: ReadonlySet<string>) {
    const found = await this.#plans.find(idOf(azure, planId));
    // Nobody learns of a plan who may see none of its vaults.
    if (!found?.record.machines.some(({ item }) => vaults.has(vaultKeyOf(item)))) throw new Problem('recovery-plan-not-found');
    return found;
  }

  /** Nothing is asked of Azure for machines of no plan. */
  async ofPlan(azure: AzureSession, planId: string, items: readonly ItemPath[]): Promise<RecoveryRecord> {
    const { record } = await this.seen(azure, planId, await seenVaults(azure));
    const keys = new Set(record.machines.map(({ item }) => keyOf(item)));
    if (!items.every((item) => keys.has(keyOf(item)))) throw new Problem('item-not-found', { fields: ['items'] });
    return record;
  }

  async view(azure: AzureSession, planId: string, vaults: ReadonlySet<string>, mayRun: boolean): Promise<RecoveryPlan> {
    const { record, isHeld } = await this.seenEver(azure, planId, vaults);
    const servers = await this.#restores.servers(restoresOf(azure, record));
    return { ...toPlanFacts(planId, record, isHeld), servers, mayRun, ...(await this.#machinesFor(azure, record, vaults)) };
  }

  async lookAt(azure: AzureSession, { item, jobId, isPlanned }: RecoveryMachineRecord) {
    return jobId === null || !isPlanned ? undefined : this.#restores.look({ azure, vault: vaultOf(item), jobId });
  }

  async #machinesFor(azure: AzureSession, record: RecoveryRecord, vaults: ReadonlySet<string>) {
    const { machines, rehearsal } = record;
    const seen = machines.filter(({ item }) => vaults.has(vaultKeyOf(item)));
    const views = seen.map(async (machine) => {
      const view = toMachineView(machine, await this.lookAt(azure, machine), record);
      return rehearsal === null ? view : withRehearsedSteps(view);
    });
    return { machines: await Promise.all(views), unseen: machines.length - seen.length };
  }
}
