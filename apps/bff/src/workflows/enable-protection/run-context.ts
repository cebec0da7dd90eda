import type { AzureSession } from '../../azure/connection/azure';
import type { Batch, Batches, MachineChange, MachineRecord } from '../../store/batches';

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
  batches: Batches;
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

export const NOTHING_KNOWN = { rule_id: null, azure_code: null, azure_message: null, recommendation: null } as const;
