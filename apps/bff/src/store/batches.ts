import { edition, policyName, protectionState, vaultPath, type ProtectionState } from '@tresor/contracts';
import * as z from 'zod';
import { json } from './read-row';

const batchRequest = z.object({ vault: vaultPath, edition, policyName });

/** What was asked for, but for the machines: these are kept one by one. */
export type BatchRequest = z.infer<typeof batchRequest>;

/** A batch as stores keep it. */
export const batchRow = z.object({
  owner: z.string(),
  body_hash: z.string(),
  request: json(batchRequest),
  started_at: z.string(),
  earlier_jobs: json(z.array(z.string())).nullish(),
});

/** The intent to protect machines, as it was asked for. */
export interface Batch {
  batchId: string;
  owner: string;
  bodyHash: string;
  request: BatchRequest;
  startedAt: string;
  /** ConfigureBackup jobs that were there before; undefined until somebody looked. */
  earlierJobs: string[] | undefined;
}

export interface NewBatch extends Omit<Batch, 'earlierJobs'> {
  vmIds: string[];
}

export const toBatch = (batchId: string, row: z.infer<typeof batchRow>): Batch => ({
  batchId,
  owner: row.owner,
  bodyHash: row.body_hash,
  request: row.request,
  startedAt: row.started_at,
  earlierJobs: row.earlier_jobs ?? undefined,
});

/** A machine of a batch as stores keep it. */
export const machineRow = z.object({
  vm_id: z.string(),
  state: protectionState,
  sent: z.union([z.boolean(), z.int().transform((sent) => sent === 1)]),
  operation_id: z.string().nullable(),
  rule_id: z.string().nullable(),
  azure_code: z.string().nullable(),
  azure_message: z.string().nullable(),
  recommendation: z.string().nullable(),
  job_id: z.string().nullable(),
  /** By Azure's clock: of what is unknown then, nothing was begun. */
  checked_until: z.string().nullable().default(null),
});

/** Where one machine of a batch stands; `sent` once Azure may have been told to protect it. */
export type MachineRecord = z.infer<typeof machineRow>;

export type MachineChange = Partial<Omit<MachineRecord, 'vm_id'>> & { state: ProtectionState };

/** What a machine of which nothing is known begins with, and begins again with. */
export const AT_THE_START = {
  state: 'waiting',
  sent: false,
  operation_id: null,
  rule_id: null,
  azure_code: null,
  azure_message: null,
  recommendation: null,
  job_id: null,
  checked_until: null,
} as const satisfies MachineChange;

export const UNFINISHED: ReadonlySet<ProtectionState> = new Set(['waiting', 'validating', 'enabling', 'unknown']);
export const CAME_TO_NOTHING: ReadonlySet<ProtectionState> = new Set(['refused', 'failed', 'not-started']);

/** What lets a worker write: its number grows with every worker that gets the batch, and only the latest counts. */
export interface Lease {
  batchId: string;
  fence: number;
}

/** The batches of all processes. Whatever a promise was kept for is stored for good; a store out of reach is a problem. */
export interface Batches {
  /** Writes the intent, or answers the one that already has this id. A user who has too much under way or kept is refused. */
  create(batch: NewBatch): Promise<{ batch: Batch; isNew: boolean }>;
  find(batchId: string): Promise<Batch | undefined>;
  /** In the order in which they were asked for. */
  machines(batchId: string): Promise<MachineRecord[]>;
  /** Changes what is named and keeps the rest. A machine that comes to an end is free for other batches at once. */
  note(lease: Lease, vmId: string, change: MachineChange): Promise<void>;
  rememberEarlierJobs(lease: Lease, jobs: string[]): Promise<void>;
  /** Puts the machines that came to nothing back to the start; their old jobs no longer count. */
  retry(batchId: string): Promise<void>;
  /** Holds the batch for so long, alone among all tabs and processes; undefined while another worker does. */
  lease(batchId: string, worker: string, milliseconds: number): Promise<Lease | undefined>;
  /** Gives back the batch. One that has come to its end needs little room from here on. */
  release(batchId: string, worker: string): Promise<void>;
  /** Whether the batch may work on the machine: no other batch does so now. */
  lockMachine(lease: Lease, vmId: string, milliseconds: number): Promise<boolean>;
}
