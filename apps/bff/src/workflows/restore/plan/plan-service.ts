import type { PlanAnswers, RestorePlan, RestoreStep, VaultPath } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { LRUCache } from 'lru-cache';
import { atMost } from '../../../caches';
import { vaultIdOf } from '../../../azure/connection/arm-id';
import type { AzureSession, OpenAzure } from '../../../azure/connection/azure';
import { toProblem } from '../../../azure/connection/failures';
import { Problem } from '../../../problem';
import { doneBy, isDoneBy } from '../../../session/whose';
import type { RecordLease } from '../../../store/leased-records';
import type { PlanRecord, RestorePlans } from '../../../store/restore-plans';
import { LeasedRuns } from '../../leased-runs/leased-runs';
import { getRestore } from '../get-restore';
import { readRestoreJob } from '../journey/restore-job';
import { checkPlan } from './check-plan';
import { evenOut } from './even-out';
import { hiddenNext } from './next-of-plan';
import { rightsLeft } from './rights-left';
import { runningIn, runPlan, SIGN_IN, type LookPace, type PlanPace } from './run-plan';
import type { CommandTools } from './send-command';

/** Which restore, in whose directory. */
interface Of {
  azure: AzureSession;
  vault: VaultPath;
  jobId: string;
}

const idOf = ({ azure, vault, jobId }: Of) => `${azure.principal.tid}${vaultIdOf(vault)}/${jobId}`.toLowerCase();

/** A plan as it stands in the store. */
export interface PlanLook {
  record: PlanRecord;
  standing: RestorePlan['standing'];
  /** Whether a worker is at it. */
  isHeld: boolean;
}

/**
 * A look at a restore takes some twenty reads, one at its job alone a single one, and Resource Manager gives a person 25 a second for each
 * subscription (since 2024): by so much each further run lengthens the gaps of all.
 */
const LONGER_BY_EACH = { firstGap: 0.4, longestGap: 1 / 15, jobGap: 1 / 300 };

/** A plan as it is answered. One that runs nowhere waits, whatever its last server meant to do. */
function toRestorePlan({ answers, by, at, given, standing }: PlanRecord, isHeld: boolean, lacking: RestorePlan['lacking']): RestorePlan {
  return {
    answers,
    by,
    at,
    standing: standingOf(standing, isHeld),
    given: given.map(({ command, at, inNameOf, outcome }) => ({
      command,
      at,
      inNameOf,
      outcome: outcome === null || outcome === 'accepted' ? outcome : 'refused',
    })),
    lacking,
  };
}

function standingOf(standing: PlanRecord['standing'], isHeld: boolean): RestorePlan['standing'] {
  if (standing.state !== 'running') return standing;
  const { inNameOf, until, seenAt } = standing;
  return isHeld ? { state: 'running', inNameOf, until } : { state: 'waiting', since: seenAt };
}

/** Runs restores to their end by what was decided at their start. They outlive the request, the browser tab and the process. */
export class RestorePlanService {
  readonly #plans: RestorePlans;
  readonly #tools: CommandTools;
  readonly #pace: LookPace;
  readonly #report: (error: unknown) => void;
  readonly #runs: LeasedRuns<RecordLease>;
  /** What somebody who asked of late was found to lack, by plan and user, and whether it went on then: looking again at once would show the same. */
  readonly #lately: LRUCache<string, { lacking: RestorePlan['lacking']; isBegun: boolean }>;
  /** How many go on at other servers, by the run of many that they belong to. */
  readonly #elsewhere = new Map<string, number>();

  constructor(plans: RestorePlans, tools: CommandTools, openAzure: OpenAzure, pace: LookPace, report: (error: unknown) => void) {
    this.#plans = plans;
    this.#tools = tools;
    this.#pace = pace;
    this.#report = report;
    this.#runs = new LeasedRuns(plans, openAzure, report);
    this.#lately = new LRUCache({ ...atMost(10_000), ttl: pace.longestGap });
  }

  /** The plan as it stands; null without one. Who has the rights goes on with it by asking. */
  async get(of: Of): Promise<RestorePlan | null> {
    // Nobody learns of a plan who may not see its restore.
    await readRestoreJob(of.azure, of.vault, of.jobId);
    const found = await this.#plans.find(idOf(of));
    if (!found) return null;
    const lacking = isOver(found.record) ? [] : await this.#takeOn(of, found.record);
    const now = (await this.#plans.find(idOf(of))) ?? found;
    return toRestorePlan(now.record, now.isHeld, lacking);
  }

  /** Whether it goes on alone now. To look changes nothing. */
  async isAlone(of: Of): Promise<boolean> {
    const found = await this.#plans.find(idOf(of));
    return found !== undefined && found.isHeld && found.record.standing.state === 'running';
  }

  /** As it was left, for who may see its restore; undefined without one. Azure is not asked. */
  async look(of: Of): Promise<PlanLook | undefined> {
    const found = await this.#plans.find(idOf(of));
    return found && { ...found, standing: standingOf(found.record.standing, found.isHeld) };
  }

  /** Goes on with it in the name of who runs many, unless it is over or goes on already; its newest token is kept. */
  async goOn(of: Of): Promise<void> {
    const found = await this.#plans.find(idOf(of));
    if (!found || isOver(found.record) || (found.isHeld && !this.#refresh(of))) return;
    await this.#takeOn(of, found.record);
  }

  /** At how many servers some of them go on. */
  async servers(ofs: readonly Of[]): Promise<number> {
    return new Set((await this.#plans.holders(ofs.map(idOf))).values()).size;
  }

  /**
   * Takes over what belongs to a run of many from servers that go on with more of it than this one, in the name of who asks, whose newest token
   * it is given. All of it keeps to the pace of one person, wherever it goes on.
   */
  async share(runId: string, ofs: readonly Of[], signal: AbortSignal): Promise<void> {
    const holders = await this.#plans.holders(ofs.map(idOf));
    const held = ofs.flatMap((of) => {
      const holder = holders.get(idOf(of));
      return holder === undefined ? [] : [{ of, holder }];
    });
    this.#elsewhere.set(runId, held.filter(({ of }) => !this.#refresh(of)).length);
    await evenOut(held, this.#runs.worker, (one) => {
      signal.throwIfAborted();
      return this.#takeOver(one);
    });
  }

  /** Nothing of a run of many is shared any more. */
  endSharing(runId: string): void {
    this.#elsewhere.delete(runId);
  }

  /** Ends it with its restore, which is being discarded: nothing more is made of what goes. Whether there was anything to end. */
  async abandon(of: Of): Promise<boolean> {
    const before = await this.#takeBack(of);
    if (!before || isOver(before)) return false;
    await this.#stopped(of, before);
    return true;
  }

  /** Puts a decision in place of what was decided before, and goes on by it. */
  async put(of: Of, answers: PlanAnswers): Promise<RestorePlan> {
    const [fault] = await checkPlan(this.#tools.record, of.azure, of.vault, of.jobId, answers);
    if (fault) throw new Problem('plan-refused', { fields: [`answers.${fault.field}`] });
    return this.decide(of, answers);
  }

  /** The same with what was checked already. */
  async decide(of: Of, answers: PlanAnswers): Promise<RestorePlan> {
    const { azure } = of;
    const before = await this.#takeBack(of);
    const given = before?.given ?? [];
    // Azure tells its time in whole seconds, so it may seem to step back: what was given before is older than the decision.
    const at = new Date(Math.max(azure.now().getTime(), ...given.map((one) => Date.parse(one.at) + 1))).toISOString();
    const standing: PlanRecord['standing'] = { ...runningIn(azure), seenAt: at };
    const record: PlanRecord = { answers, ...doneBy(azure), at, given, standing, seen: before?.seen ?? null };
    await this.#plans.decide(idOf(of), record);
    await this.#begin(of);
    const found = await this.#plans.find(idOf(of));
    return toRestorePlan(found?.record ?? record, found?.isHeld ?? false, []);
  }

  /** Gives the restore back into the hands of people: for the one who decided, or could go on with it. What Azure has been told goes on. */
  async stop(of: Of): Promise<RestorePlan> {
    const { azure } = of;
    await readRestoreJob(azure, of.vault, of.jobId);
    const found = await this.#plans.find(idOf(of));
    if (!found) throw new Problem('plan-not-found');
    if (!isDoneBy(azure, found.record) && (await this.#lackedBy(of, found.record)).length > 0) throw new Problem('forbidden');
    const before = (await this.#takeBack(of)) ?? found.record;
    if (isOver(before)) return toRestorePlan(before, false, []);
    return toRestorePlan(await this.#stopped(of, before), false, []);
  }

  async #stopped(of: Of, before: PlanRecord): Promise<PlanRecord> {
    const record: PlanRecord = { ...before, standing: { state: 'stopped', by: doneBy(of.azure).by, at: of.azure.now().toISOString() } };
    await this.#plans.decide(idOf(of), record);
    return record;
  }

  /** Ends all runs where they stand; the next process takes them up. */
  end(): Promise<void> {
    return this.#runs.stop();
  }

  async #takeBack(of: Of): Promise<PlanRecord | undefined> {
    await this.#runs.end(idOf(of));
    return this.#plans.takeBack(idOf(of));
  }

  /** Goes on with a plan in the name of the person who asks, unless it goes on already. What that person lacks for it. */
  async #takeOn(of: Of, plan: PlanRecord): Promise<RestorePlan['lacking']> {
    if (this.#refresh(of)) return [];
    const key = `${idOf(of)} ${of.azure.user}`;
    const known = this.#lately.get(key);
    const isLately = known?.isBegun && !this.#runs.isProofWanted(idOf(of));
    if (isLately || (known && known.lacking.length > 0)) return known.lacking;
    const lacking = known?.lacking ?? (await this.#lackedBy(of, plan));
    const isBegun = lacking.length === 0 && !(await this.#plans.find(idOf(of)))?.isHeld;
    if (isBegun) await this.#begin(of);
    if (!known || isBegun) this.#lately.set(key, { lacking, isBegun });
    return lacking;
  }

  /** Gives one that goes on here in the name of who asks that person's newest token. Whether one does. */
  #refresh(of: Of): boolean {
    return this.#runs.session(idOf(of))?.user === of.azure.user && this.#runs.refresh(idOf(of), of.azure);
  }

  /** Only where the person can go on with it, and while no command of it is under way: nobody then has to wait whether that arrived. Whether it does. */
  async #takeOver({ of, holder }: { of: Of; holder: string }): Promise<boolean> {
    const found = await this.#plans.find(idOf(of));
    if (!found || isOver(found.record) || found.record.given.some(({ outcome }) => outcome === null)) return false;
    try {
      if ((await this.#lackedBy(of, found.record)).length > 0) return false;
      await this.#begin(of, holder);
      return this.#runs.session(idOf(of)) !== undefined;
    } catch (thrown) {
      const error = toProblem(thrown, 'job-not-found');
      // Otherwise it stays where it is.
      if (!(error instanceof Problem) || SIGN_IN.has(error.code)) throw error;
      return false;
    }
  }

  /** In the name of somebody who cannot see what comes next it would only stop. */
  async #lackedBy({ azure, vault, jobId }: Of, plan: PlanRecord): Promise<RestorePlan['lacking']> {
    const restore = await getRestore(this.#tools.record, azure, vault, jobId, plan.answers.edition);
    const lacking = await rightsLeft(azure, vault, restore, plan.answers);
    const hidden = hiddenNext(restore, plan);
    return hidden === null ? lacking : [...new Set([STEP_RIGHTS[hidden], ...lacking])];
  }

  /** Of many restores each is looked at more rarely: together they keep to the pace at which Azure answers one person. */
  #paceNow(): PlanPace {
    const { firstGap, longestGap } = this.#pace;
    const elsewhere = [...this.#elsewhere.values()].reduce((sum, count) => sum + count, 0);
    const others = Math.max(0, this.#runs.size + elsewhere - 1);
    return {
      firstGap: firstGap * (1 + others * LONGER_BY_EACH.firstGap),
      longestGap: longestGap * (1 + others * LONGER_BY_EACH.longestGap),
      jobGap: longestGap * (1 + others * LONGER_BY_EACH.jobGap),
    };
  }

  async #begin(of: Of, from?: string): Promise<void> {
    const planId = idOf(of);
    const { vault, jobId } = of;
    const [plans, tools] = [this.#plans, this.#tools];
    const pace = () => this.#paceNow();
    await this.#runs.begin(planId, of.azure, (run) => runPlan({ ...run, planId, vault, jobId, plans, tools, pace }), this.#report, from);
  }
}

const STEP_RIGHTS = {
  disks: 'restore-disks',
  keys: 'restore-keys',
  machine: 'create-machine',
  encryption: 'renew-encryption',
  protection: 'protect-restored',
  'after-care': 'remove-leftovers',
} as const satisfies Record<RestoreStep, StepId>;

const isOver = ({ standing }: PlanRecord) =>
  standing.state === 'stopped' ||
  standing.state === 'done' ||
  (standing.state === 'needs-person' && standing.stop.reason === 'rehearsal-removed');
