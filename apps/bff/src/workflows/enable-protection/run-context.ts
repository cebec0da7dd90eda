import type { AzureSession } from '../../azure/connection/azure';
import type { Batch, Batches, Lease, MachineChange, MachineRecord } from '../../store/batches';

/** How often to look at what Azure makes of it; milliseconds. */
export interface WatchPace {
  firstGap: number;
  /** Long lists are looked at less often. */
  gapPerMachine: number;
  longestGap: number;
}

/** One run over one batch. */
export interface Run {
  batch: Batch;
  /** How many machines it names. */
  size: number;
  /** Without it nothing is written. */
  lease: Lease;
  batches: Batches;
  /** How often each machine was begun with in this run. */
  tries: Map<string, number>;
  pace: WatchPace;
  signal: AbortSignal;
  /** Machines whose order to Azure is under way at this moment. */
  sending: Set<string>;
  /** The user's way to Azure, with the newest token the user came with. */
  azure(): AzureSession;
  /** Machines still without an end, as stored. */
  machines(...states: MachineRecord['state'][]): Promise<MachineRecord[]>;
  /** Writes where a machine stands, before anything else is done with it, and keeps the lease. */
  note(vmId: string, change: MachineChange): Promise<void>;
}

export const NOTHING_KNOWN = { checked_until: null, rule_id: null, azure_code: null, azure_message: null, recommendation: null } as const;

const MOST_TRIES = 3;

/** What in Azure may pass is tried so often before it is said. */
export const mayTryAgain = ({ tries }: Run, vmId: string): boolean => (tries.get(vmId) ?? 0) < MOST_TRIES;
