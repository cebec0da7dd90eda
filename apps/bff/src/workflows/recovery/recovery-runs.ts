import type { AzureSession, OpenAzure } from '../../azure/connection/azure';
import type { RecoveryRecord } from '../../store/recovery-plans';
import type { RecordLease } from '../../store/leased-records';
import { LeasedRuns } from '../leased-runs/leased-runs';
import { idOf } from './recovery-reader';
import type { RecoveryRun } from './recovery-in-hand';
import { runRecovery } from './run-recovery';
import { goesOnFor, shareRun } from './share-run';

type Means = Pick<RecoveryRun, 'plans' | 'restores' | 'tools' | 'pace'>;

/** A share is held by nobody alone: what is in it has leases of its own. */
const SHARED = { lease: async (id: string): Promise<RecordLease> => ({ id, fence: 0 }), release: async () => undefined };

/** The runs of recovery plans at this server: those it leads, and those in whose name it was shown a token and whose restores it shares. */
export class RecoveryRuns {
  readonly #means: Means;
  readonly #led: LeasedRuns<RecordLease>;
  readonly #shared: LeasedRuns<RecordLease>;
  readonly #report: (error: unknown) => void;

  constructor(means: Means, openAzure: OpenAzure, report: (error: unknown) => void) {
    this.#means = means;
    this.#led = new LeasedRuns(means.plans, openAzure, report);
    this.#shared = new LeasedRuns(SHARED, openAzure, report);
    this.#report = report;
  }

  /** Goes on with a run that nobody leads, gives one that goes on here the person's newest token, and shares one that is led elsewhere. */
  async takeOn(azure: AzureSession, planId: string, { record, isHeld }: { record: RecoveryRecord; isHeld: boolean }): Promise<void> {
    const id = idOf(azure, planId);
    if (this.#led.session(id)?.user === azure.user) this.#led.refresh(id, azure);
    else if (!isHeld) await this.begin(azure, planId);
    if (this.#shared.session(id)?.user === azure.user) this.#shared.refresh(id, azure);
    else if (goesOnFor(azure, record)) await this.#share(azure, planId);
  }

  /** Leads a run, unless one is led already. */
  async begin(azure: AzureSession, planId: string): Promise<void> {
    await this.#led.begin(idOf(azure, planId), azure, (run) => runRecovery({ ...run, planId, ...this.#means }), this.#report);
  }

  async #share(azure: AzureSession, planId: string): Promise<void> {
    const lead = (session: AzureSession) => this.begin(session, planId);
    await this.#shared.begin(idOf(azure, planId), azure, (run) => shareRun({ ...run, lead, ...this.#means }), this.#report);
  }

  /** Ends what of a run is led or shared here where it stands; its restores go on. Answers in whose name it was led here. */
  async end(azure: AzureSession, planId: string): Promise<AzureSession | undefined> {
    const id = idOf(azure, planId);
    const leader = this.#led.session(id);
    await this.#shared.end(id);
    await this.#led.end(id);
    return leader;
  }

  /** The same of all runs; the next process takes them up. */
  async stop(): Promise<void> {
    await Promise.all([this.#shared.stop(), this.#led.stop()]);
  }
}
