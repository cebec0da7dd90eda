import type { ItemPath, ProvenRestore, RecoveryPlan, RecoverySummary } from '@tresor/contracts';
import type { AzureSession } from '../../azure/connection/azure';
import { Problem } from '../../problem';
import { MOST_RECOVERY_PLANS, MOST_REMOVED_PLANS } from '../../store/bounds';
import { namedRecord, type RecoveryMachineRecord, type RecoveryPlans, type RecoveryRecord } from '../../store/recovery-plans';
import { inTurns } from '../../turns';
import type { RestorePlanService } from '../restore/plan/plan-service';
import { restoresOf } from './jobs-of-run';
import { keyOf, vaultKeyOf, vaultOf } from './machine-key';
import { newestOfEach, toProven } from './proven-restores';
import { mineOf, toMachineView, withRehearsedSteps, toPlanFacts, toSummary, toUnknownSummary } from './recovery-view';
import { seenVaults } from './who-may';

/** A recovery plan is known by its directory and its own id. */
export const idOf = ({ principal: { tid } }: AzureSession, planId: string) => `${tid}/${planId}`.toLowerCase();

const planIdIn = (id: string) => id.split('/')[1] ?? '';

type KeptPlan = Awaited<ReturnType<RecoveryPlans['list']>>['known'][number];

/** What a newer server wrote is told of, and left alone. */
function ofNewer({ id, kept }: { id: string; kept: unknown }, vaults: ReadonlySet<string>): RecoverySummary[] {
  const { data } = namedRecord.safeParse(kept);
  const seen = data?.machines.filter(({ item }) => vaults.has(vaultKeyOf(item))) ?? [];
  return data === undefined || seen.length === 0 ? [] : [toUnknownSummary(planIdIn(id), data, seen.length)];
}

/** Recovery plans as somebody sees them: of each what is in vaults that this person sees. */
export class RecoveryReader {
  readonly #plans: RecoveryPlans;
  readonly #restores: RestorePlanService;

  constructor(plans: RecoveryPlans, restores: RestorePlanService) {
    this.#plans = plans;
    this.#restores = restores;
  }

  /** All of the directory: plans, those that were deleted after something of them had run, and those that a newer server wrote. */
  async #ever({ principal: { tid } }: AzureSession) {
    const { known, unknown } = await this.#plans.list(`${tid}/`.toLowerCase(), MOST_RECOVERY_PLANS + MOST_REMOVED_PLANS);
    const [there, removed] = [known.filter(({ record }) => record.removed === null), known.filter(({ record }) => record.removed !== null)];
    return { known, there, removed, unknown };
  }

  /** How many plans the directory has. */
  async count(azure: AzureSession): Promise<number> {
    return (await this.#ever(azure)).there.length;
  }

  /** The ids of those that were deleted, the last one first. */
  async removedIds(azure: AzureSession): Promise<string[]> {
    return (await this.#ever(azure)).removed.map(({ id }) => id);
  }

  async list(azure: AzureSession): Promise<RecoverySummary[]> {
    const [vaults, { there, unknown }] = [await seenVaults(azure), await this.#ever(azure)];
    return [...(await this.#summariesOf(azure, there, vaults)), ...unknown.flatMap((one) => ofNewer(one, vaults))];
  }

  async listRemoved(azure: AzureSession): Promise<RecoverySummary[]> {
    return this.#summariesOf(azure, (await this.#ever(azure)).removed, await seenVaults(azure));
  }

  async #summariesOf(azure: AzureSession, all: readonly KeptPlan[], vaults: ReadonlySet<string>): Promise<RecoverySummary[]> {
    const seen = all.filter(({ record }) => record.machines.some(({ item }) => vaults.has(vaultKeyOf(item))));
    return inTurns(seen, async ({ id, ...found }) => toSummary(planIdIn(id), found, await this.#machinesFor(azure, found.record, vaults)));
  }

  /** Of each machine in a vault that the user sees the last run that brought it up, or tried to. */
  async proven(azure: AzureSession): Promise<ProvenRestore[]> {
    const vaults = await seenVaults(azure);
    const all = await inTurns((await this.#ever(azure)).known, async ({ id, record }) => {
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
    const machines = await this.#machinesFor(azure, record, vaults);
    return { ...toPlanFacts(planId, record, isHeld), servers, mayRun, mine: mineOf(azure, record), ...machines };
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
