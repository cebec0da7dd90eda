import type { AzureSession } from '../../azure/connection/azure';
import type { Bell } from '../../bell';
import { guidFor } from '../../guid-for';
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
  /** When a machine that was put back is begun with again, by the clock that nobody can set. */
  again: Map<string, number>;
  /** Since when each machine has been in the hands of somebody else. */
  heldSince: Map<string, number>;
  /** When this run first told Azure of a machine, in milliseconds by Azure's clock; its job did not begin before. */
  sentAt: Map<string, number>;
  /** How often each machine was looked for in vain. */
  looks: Map<string, number>;
  pace: WatchPace;
  /** Rings when somebody asks for another try. */
  bell: Bell;
  signal: AbortSignal;
  /** Machines whose order to Azure is under way at this moment. */
  sending: Set<string>;
  /** Azure’s words, once it has refused a machine because the policy is gone: it would say the same of every other. */
  policyGone: Partial<MachineRecord> | null;
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

/** Puts a machine back: what Azure could not do now it may be able to do in a while. */
export async function putBack(run: Run, vmId: string, change: Partial<MachineRecord> = {}): Promise<void> {
  run.again.set(vmId, performance.now() + run.pace.longestGap);
  await run.note(vmId, { ...change, state: 'waiting' });
}

/** Whether a machine that waits is begun with now: at once where nobody has put it back, and then with all its tries. */
export function isDue({ again, tries }: Run, { vm_id: vmId }: MachineRecord): boolean {
  const moment = again.get(vmId);
  if (moment === undefined) tries.delete(vmId);
  return moment === undefined || performance.now() >= moment;
}

const LONGEST_HELD_MS = 15 * 60_000;

/** Whether somebody else has had the machine for longer than anything that enables it takes. */
export function isHeldTooLong({ heldSince }: Run, vmId: string): boolean {
  const since = heldSince.get(vmId) ?? performance.now();
  const isTooLong = performance.now() - since > LONGEST_HELD_MS;
  if (isTooLong) heldSince.delete(vmId);
  else heldSince.set(vmId, since);
  return isTooLong;
}

/** The request by which a batch tells Azure of a machine bears the same id however often it is sent, and so does the job that it starts. */
export const requestIdOf = ({ batch }: Run, vmId: string): string => guidFor(`${batch.batchId} ${vmId.toLowerCase()}`);
