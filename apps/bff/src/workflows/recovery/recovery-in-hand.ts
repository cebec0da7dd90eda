import type { RehearsalThing } from '@tresor/contracts';
import pLimit from 'p-limit';
import type { AzureSession } from '../../azure/connection/azure';
import type { RecordLease } from '../../store/leased-records';
import type { RecoveryMachineRecord, RecoveryPlans, RecoveryRecord, RehearsalRecord } from '../../store/recovery-plans';
import type { LeasedRun } from '../leased-runs/leased-runs';
import type { RestorePlanService } from '../restore/plan/plan-service';
import type { LookPace } from '../restore/plan/run-plan';
import type { RecoveryTools } from './begin-restore';
import { keyOf } from './machine-key';

export interface RecoveryRun extends LeasedRun<RecordLease> {
  planId: string;
  plans: RecoveryPlans;
  restores: RestorePlanService;
  tools: RecoveryTools;
  pace: LookPace;
}

/** What a run remembers from look to look. */
export type KnownOfRun = Pick<RecoveryInHand, 'waitsFor' | 'isolated'>;

/** A run in the hands of this process, with the record as only it may write it. */
export class RecoveryInHand {
  readonly run: RecoveryRun;
  readonly session: AzureSession;
  record: RecoveryRecord;
  /** Key vaults whose keys come back for one machine; the next one looks when they are there. */
  readonly busyKeyVaults = new Set<string>();
  /** Which key vault a machine was found to wait for, by the machine: as long as that is busy, nothing of it is asked again. */
  readonly waitsFor: Map<string, string>;
  /** What isolates machines, by its place: made, or about to be. */
  readonly isolated: Map<string, Promise<void>>;

  /** Each writes the whole record: at once, an older one might be the last to be written. */
  readonly #oneByOne = pLimit(1);

  constructor(run: RecoveryRun, session: AzureSession, record: RecoveryRecord, { waitsFor, isolated }: KnownOfRun) {
    this.run = run;
    this.waitsFor = waitsFor;
    this.isolated = isolated;
    this.session = session;
    this.record = record;
  }

  /** Writes down what a machine has come to. @throws LeaseLost */
  async note(machine: RecoveryMachineRecord, change: Partial<RecoveryMachineRecord>): Promise<RecoveryMachineRecord> {
    const key = keyOf(machine.item);
    const { machines } = this.record;
    const changed = machines.map((one) => (keyOf(one.item) === key ? { ...one, ...change } : one));
    this.record = { ...this.record, machines: changed };
    await this.#write();
    return { ...machine, ...change };
  }

  async noteRehearsal(change: Partial<RehearsalRecord>): Promise<void> {
    const { rehearsal } = this.record;
    if (rehearsal === null) return;
    this.record = { ...this.record, rehearsal: { ...rehearsal, ...change } };
    await this.#write();
  }

  /** Writes down what is there before it is removed: afterwards nobody can ask. */
  async noteStood(things: readonly RehearsalThing[]): Promise<void> {
    const known = this.record.rehearsal?.stood ?? [];
    const fresh = things.filter(({ kind, name }) => !known.some((one) => one.kind === kind && one.name === name));
    if (fresh.length > 0) await this.noteRehearsal({ stood: [...known, ...fresh] });
  }

  async stand(standing: RecoveryRecord['standing']): Promise<void> {
    this.record = { ...this.record, standing };
    await this.#write();
  }

  #write(): Promise<void> {
    return this.#oneByOne(() => this.run.plans.note(this.run.lease, this.record));
  }
}
