import type { Fact, KeyChain, ReadNeed, RestoreCommand, StepReason, StepView } from '@tresor/contracts';
import type { MachineState } from '../../../azure/compute/machine';
import type { ToldDisks } from '../journey/open-disks';
import type { ProtectionBar } from '../journey/judge-restored';
import type { Protection } from '../journey/protection-state';

/** What decides where the steps of a restore stand. */
export interface StepFacts {
  /** Status of the restore job, in Azure's words. */
  status: string;
  /** Whether it was rehearsed and everything of it was removed again. */
  removed: boolean;
  /** Null: nothing tells any more. */
  encrypted: boolean | null;
  /** Whether the recovery point is still there. */
  hasPoint: boolean;
  chain: KeyChain | null;
  /** Null: Azure does not name the keys. */
  keysThere: Fact<boolean> | null;
  /** Whether nobody can look yet into a key vault in which they may be. */
  keysSettling: boolean;
  /** How many there are. */
  disks: Fact<number>;
  /** How many of those that were restored are gone since. */
  missing: Fact<number>;
  /** Status of the job that restores again what is gone, in Azure's words; null: none does. */
  againStatus: string | null;
  /** Whether what is gone can be restored again from the same point to the same place. */
  canComeAgain: boolean;
  machine: Fact<MachineState | null>;
  open: ToldDisks;
  /** Whether an Entra application would have to sign in from a network that is kept apart. */
  signsInIsolated: boolean;
  protection: Fact<Protection['state']>;
  /** What keeps the new machine from being protected. */
  protectionBar: Fact<ProtectionBar | null>;
  leftovers: Fact<string[]>;
  /** Whether those that were deleted can be brought back. */
  kept: Fact<boolean>;
}

/** Where one step stands. */
export type State = Omit<StepView, 'step'>;

export const state = (name: StepView['state'], reason: StepReason | null = null, command: RestoreCommand | null = null): State => ({
  state: name,
  reason,
  needs: [],
  command,
});

export const hiddenState = (needs: ReadNeed[]): State => ({ ...state('hidden'), needs });

export const DONE = state('done');
export const NOT_NEEDED = state('done', 'not-needed');
export const REMOVED = state('blocked', 'rehearsal-removed');
export const LATER = state('blocked', 'needs-earlier-step');

export const isDone = ({ state }: State) => state === 'done';

/** Where a step stands by a fact; of what is hidden nothing is said. */
export const by = <Value>(fact: Fact<Value>, judge: (value: Value) => State): State =>
  fact.state === 'known' ? judge(fact.value) : hiddenState(fact.needs);
