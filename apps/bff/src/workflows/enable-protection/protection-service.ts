import { createHash } from 'node:crypto';
import type { ProtectionBatch, VaultPath } from '@tresor/contracts';
import { LRUCache } from 'lru-cache';
import { atMost } from '../../caches';
import type { AzureSession, OpenAzure } from '../../azure/connection/azure';
import { vaultIdOf, sameId, parseArmId } from '../../azure/connection/arm-id';
import { toProblem, translated } from '../../azure/connection/failures';
import { requirePolicy } from '../../azure/policies/policies';
import { Bell } from '../../bell';
import { Problem } from '../../problem';
import {
  UNFINISHED,
  type Batch,
  type BatchRequest,
  type Batches,
  type Lease,
  type NewBatch,
  type MachineRecord,
} from '../../store/batches';
import { LeasedRuns, type LeasedRun } from '../leased-runs/leased-runs';
import type { CommandRecord } from '../record/command-record';
import { placeOfBatch } from '../record/command-place';
import { requireRights } from '../rights/held-rights';
import { runBatch } from './run-batch';
import type { WatchPace } from './run-context';

function toProtectionBatch({ batchId, request, startedAt }: Batch, machines: MachineRecord[]): ProtectionBatch {
  return {
    batchId,
    policyName: request.policyName,
    startedAt,
    finished: machines.every(({ state }) => !UNFINISHED.has(state)),
    results: machines.map((machine) => ({
      vmId: machine.vm_id,
      vmName: parseArmId(machine.vm_id)?.name ?? machine.vm_id,
      state: machine.state,
      ruleId: machine.rule_id,
      azureCode: machine.azure_code,
      azureMessage: machine.azure_message,
      recommendation: machine.recommendation,
      jobId: machine.job_id,
      checkedUntil: machine.state === 'unknown' ? machine.checked_until : null,
    })),
  };
}

/** Protects machines in batches that outlive the request, the browser tab and the process. */
export class ProtectionService {
  readonly #batches: Batches;
  readonly #record: CommandRecord;
  readonly #pace: WatchPace;
  readonly #report: (error: unknown) => void;
  readonly #bells = new Map<string, Bell>();
  readonly #runs: LeasedRuns<Lease>;
  /** Why the last run of a batch broke off, until its owner has been told. */
  readonly #broken = new LRUCache<string, Problem>(atMost(10_000));

  constructor(batches: Batches, openAzure: OpenAzure, record: CommandRecord, pace: WatchPace, report: (error: unknown) => void) {
    this.#batches = batches;
    this.#runs = new LeasedRuns(batches, openAzure, report);
    this.#record = record;
    this.#pace = pace;
    this.#report = report;
  }

  /** The same id with the same request answers the batch as it stands and starts nothing. */
  async enable(azure: AzureSession, batchId: string, request: BatchRequest, vmIds: string[]): Promise<ProtectionBatch> {
    const bodyHash = createHash('sha256')
      .update(JSON.stringify({ ...request, vmIds }))
      .digest('hex');
    const batch = (await this.#batches.find(batchId)) ?? (await this.#write(azure, { batchId, bodyHash, request, vmIds }));
    if (batch.owner !== azure.user || batch.bodyHash !== bodyHash) throw new Problem('idempotency-key-reused');
    await this.#resume(azure, batch);
    return this.#answer(batch);
  }

  /** The batch as it stands; resumes one that an ended process left behind. */
  async get(azure: AzureSession, batchId: string, vault: VaultPath): Promise<ProtectionBatch> {
    const batch = await this.#own(azure, batchId, vault);
    const broken = this.#broken.get(batchId);
    this.#broken.delete(batchId);
    await this.#resume(azure, batch);
    if (broken && broken.status < 404) throw broken;
    return this.#answer(batch);
  }

  /** Tries again with the machines that came to nothing. */
  async retry(azure: AzureSession, batchId: string, vault: VaultPath): Promise<ProtectionBatch> {
    const { request } = await this.#own(azure, batchId, vault);
    await translated('vault-not-found', requirePolicy(azure, vault, request.policyName));
    await this.#batches.retry(batchId);
    const batch = await this.#own(azure, batchId, vault);
    await this.#resume(azure, batch);
    this.#bells.get(batchId)?.ring();
    return this.#answer(batch);
  }

  /** Ends all runs where they stand; the next process takes them up. */
  stop(): Promise<void> {
    return this.#runs.stop();
  }

  /** Anyone who may not protect anything there leaves nothing behind. */
  async #write(azure: AzureSession, asked: Pick<NewBatch, 'batchId' | 'bodyHash' | 'request' | 'vmIds'>): Promise<Batch> {
    const { vault, policyName } = asked.request;
    await translated('vault-not-found', requireRights(azure, 'enable-backup', { vault: vaultIdOf(vault) }));
    // Else Azure would refuse it for each machine.
    await translated('vault-not-found', requirePolicy(azure, vault, policyName));
    const { batch } = await this.#batches.create({ ...asked, owner: azure.user, startedAt: azure.now().toISOString() });
    return batch;
  }

  /** Only its owner sees a batch, and only under its vault. */
  async #own(azure: AzureSession, batchId: string, vault: VaultPath): Promise<Batch> {
    const batch = await this.#batches.find(batchId);
    if (!batch || batch.owner !== azure.user || !sameId(vaultIdOf(batch.request.vault), vaultIdOf(vault)))
      throw new Problem('batch-not-found');
    return batch;
  }

  async #answer(batch: Batch): Promise<ProtectionBatch> {
    return toProtectionBatch(batch, await this.#batches.machines(batch.batchId));
  }

  async #resume(azure: AzureSession, batch: Batch): Promise<void> {
    const { batchId } = batch;
    // Anyone who only looks at it lets the order of old go on.
    const command = azure.command ?? this.#record.resume(azure, placeOfBatch(batchId, batch.request.vault));
    const commanded = { ...azure, command };
    if (this.#runs.refresh(batchId, commanded) || !(await this.#hasOpenEnds(batchId))) return;
    await this.#runs.begin(
      batchId,
      commanded,
      (run) => this.#run(batch, run),
      (error) => this.#breakOff(batchId, error),
    );
  }

  async #hasOpenEnds(batchId: string): Promise<boolean> {
    return (await this.#batches.machines(batchId)).some(({ state }) => UNFINISHED.has(state));
  }

  async #run(known: Batch, { lease, signal, azure, wantsProof }: LeasedRun<Lease>): Promise<void> {
    const { batchId } = known;
    // Another process may have had it until now.
    const batch = (await this.#batches.find(batchId)) ?? known;
    const bell = new Bell();
    this.#bells.set(batchId, bell);
    await runBatch({
      batch,
      lease,
      size: (await this.#batches.machines(batchId)).length,
      tries: new Map(),
      again: new Map(),
      heldSince: new Map(),
      sentAt: new Map(),
      looks: new Map(),
      batches: this.#batches,
      pace: this.#pace,
      bell,
      signal,
      sending: new Set(),
      policyGone: null,
      azure,
      machines: async (...states) => (await this.#batches.machines(batchId)).filter(({ state }) => states.includes(state)),
      note: (vmId, change) => this.#batches.note(lease, vmId, change),
    })
      .catch((error: unknown) => {
        const problem = toProblem(error, 'vault-not-found');
        if (problem instanceof Problem) wantsProof(problem);
        throw problem;
      })
      .finally(() => this.#bells.delete(batchId));
  }

  #breakOff(batchId: string, problem: unknown): void {
    // For more proof its owner is asked before it goes on.
    if (problem instanceof Problem && problem.details.claims === undefined) this.#broken.set(batchId, problem);
    this.#report(problem);
  }
}
