import type { Fact, KeyChain, KeyState, NextCommand, ReadNeed, RestoreCommand, StepReason, StepView } from '@tresor/contracts';
import type { MachineState } from '../../azure/compute/machine';
import { inSight } from '../../facts';
import type { Protection } from './protection-state';

/** What decides where the steps of a restore stand. */
export interface StepFacts {
  /** Status of the restore job, in Azure's words. */
  status: string;
  encrypted: boolean;
  chain: KeyChain | null;
  /** Null: Azure does not name the keys. */
  keysThere: Fact<boolean> | null;
  /** How many there are. */
  disks: Fact<number>;
  /** How many of those that were restored are gone since. */
  missing: Fact<number>;
  /** Status of the job that restores again what is gone, in Azure's words; null: none does. */
  againStatus: string | null;
  /** Whether what is gone can be restored again from the same point to the same place. */
  canComeAgain: boolean;
  machine: Fact<MachineState | null>;
  protection: Fact<Protection['state']>;
  /** The rule that keeps the new machine from being protected. */
  protectionRule: Fact<string | null>;
  leftovers: Fact<string[]>;
}

type State = Omit<StepView, 'step'>;

const state = (name: StepView['state'], reason: StepReason | null = null, command: RestoreCommand | null = null): State => ({
  state: name,
  reason,
  needs: [],
  command,
});

const hiddenState = (needs: ReadNeed[]): State => ({ ...state('hidden'), needs });

const DONE = state('done');
const NOT_NEEDED = state('done', 'not-needed');
const LATER = state('blocked', 'needs-earlier-step');
const LEFTOVERS_NEEDED = state('blocked', 'leftovers-needed');

const isDone = ({ state }: State) => state === 'done';

/** A machine whose agent is silent for so long asks for its recovery key, or does not start. */
const SILENCE_SECONDS = 1_800;

/** Where a step stands by a fact; of what is hidden nothing is said. */
const by = <Value>(fact: Fact<Value>, judge: (value: Value) => State): State =>
  fact.state === 'known' ? judge(fact.value) : hiddenState(fact.needs);

/** The steps in their only order, each with where it stands, why, and what it offers. */
export function stepsOf(facts: StepFacts): StepView[] {
  const disks = disksStep(facts);
  const keys = disks.state === 'failed' ? LATER : keysStep(facts);
  const machine = by(facts.machine, (made) => (made ? machineStep(made) : by(facts.disks, () => machineToMake(disks, keys))));
  // Hidden is what comes after something hidden.
  const after = (next: () => State) => (isDone(machine) ? next() : machine.state === 'hidden' ? hiddenState(machine.needs) : LATER);
  return [
    { step: 'disks', ...disks },
    { step: 'keys', ...keys },
    { step: 'machine', ...machine },
    { step: 'encryption', ...after(() => by(facts.machine, (made) => encryptionStep(facts.encrypted, made))) },
    { step: 'protection', ...after(() => by(facts.protection, (protection) => by(facts.protectionRule, protectionStep(protection)))) },
    {
      step: 'after-care',
      ...by(facts.machine, (made) => by(facts.leftovers, (left) => afterCare(left, isVerified(facts.encrypted, made)))),
    },
  ];
}

function disksStep({ status, disks, missing, againStatus, canComeAgain, machine }: StepFacts): State {
  if (status === 'Completed' || status === 'CompletedWithWarnings') {
    const isMade = machine.state === 'hidden' || machine.value !== null;
    if (isMade || disks.state === 'hidden') return DONE;
    if (disks.value > 0 && inSight(missing, 0) === 0) return DONE;
    if (againStatus === 'InProgress' || againStatus === 'Cancelling') return state('running', 'disks-running');
    return state('failed', disks.value === 0 ? 'disks-gone' : 'disks-incomplete', canComeAgain ? 'restore-missing' : 'restore-disks');
  }
  if (status === 'Cancelled' || status === 'Cancelling') return state('failed', 'disks-cancelled', 'restore-disks');
  return status === 'Failed' ? state('failed', 'disks-failed', 'restore-disks') : state('running', 'disks-running');
}

function keysStep({ encrypted, chain, keysThere, machine }: StepFacts): State {
  if (!encrypted) return NOT_NEEDED;
  if (!keysThere) return state('blocked', 'keys-unknown');
  if (keysThere.state === 'known')
    return keysThere.value ? DONE : state('ready', isGone(chain) ? 'keys-needed' : 'keys-unusable', 'restore-keys');
  const isMade = machine.state === 'known' && machine.value !== null;
  return isSomethingGone(chain) && !isMade
    ? { ...state('hidden', 'keys-out-of-sight', 'restore-keys'), needs: keysThere.needs }
    : hiddenState(keysThere.needs);
}

const GONE: readonly KeyState[] = ['missing', 'deleted', 'vault-missing', 'vault-deleted'];

const isGone = (chain: KeyChain | null) =>
  chain === null || [chain.secret, ...(chain.key ? [chain.key] : [])].some(({ state }) => GONE.includes(state));

const OUT_OF_SIGHT: readonly KeyState[] = ['unreadable', 'firewalled'];

/** Whether something is known to be gone from where it was, whatever cannot be seen. */
export const isSomethingGone = (chain: KeyChain | null) =>
  chain !== null &&
  [chain.secret, ...(chain.key ? [chain.key] : [])].some(({ state }) => state !== 'present' && !OUT_OF_SIGHT.includes(state));

function machineToMake(disks: State, keys: State): State {
  if (!isDone(disks)) return LATER;
  if (keys.state === 'hidden') return hiddenState(keys.needs);
  return isDone(keys) ? state('ready', null, 'create-machine') : LATER;
}

/** Keys may be taken away again after the machine was made. */
function machineStep({ provisioning }: MachineState): State {
  if (provisioning === 'done') return DONE;
  if (provisioning === 'deleting') return state('running', 'machine-deleting');
  return provisioning === 'failed' ? state('failed', 'machine-failed', 'create-machine') : state('running', 'machine-running');
}

function encryptionStep(encrypted: boolean, machine: MachineState | null): State {
  if (!encrypted || !machine) return NOT_NEEDED;
  const running = state('running', 'encryption-running');
  if (machine.extension === 'running') return running;
  if (machine.extension === 'failed') return state('failed', 'encryption-failed', 'renew-encryption');
  if (machine.isOff) return state('failed', 'machine-stopped');
  if (machine.agentReady && machine.allDisksEncrypted) return DONE;
  // It ran and the disks are as before: to run it once more changes nothing either.
  if (machine.agentReady)
    return machine.extension === 'done' ? state('failed', 'encryption-no-effect') : state('ready', null, 'renew-encryption');
  return machine.secondsWithoutAgent > SILENCE_SECONDS ? state('failed', 'agent-silent') : running;
}

const protectionStep =
  (protection: Protection['state']) =>
  (rule: string | null): State =>
    rule === null ? PROTECTION[protection] : state('blocked', 'protection-refused');

const PROTECTION: Readonly<Record<Protection['state'], State>> = {
  protected: DONE,
  enabling: state('running', 'protection-running'),
  unproven: state('ready', 'first-backup-missing', 'back-up-now'),
  'backing-up': state('running', 'first-backup-running'),
  'backup-failed': state('failed', 'first-backup-failed', 'back-up-now'),
  failing: state('failed', 'latest-backup-failed', 'back-up-now'),
  none: state('ready', 'not-protected', 'protect'),
  stopped: state('ready', 'protection-stopped', 'protect'),
  deleted: state('blocked', 'backup-data-deleted'),
};

/** Whether the new machine runs with its disks unlocked. Until then what brought it back may be needed once more. */
export const isVerified = (encrypted: boolean, machine: MachineState | null): boolean =>
  machine?.provisioning === 'done' && isDone(encryptionStep(encrypted, machine));

function afterCare(leftovers: string[], verified: boolean): State {
  if (leftovers.length > 0) return verified ? state('ready', 'leftovers-there', 'remove-leftovers') : LEFTOVERS_NEEDED;
  return verified ? DONE : LATER;
}

/** Why a step waits for others. */
const WAITS = new Set<StepReason | null>(['needs-earlier-step', 'leftovers-needed']);

/** What comes next: the first command on offer, else what Azure is at, else what stands in the way, else what cannot be seen. */
export function nextOf(steps: readonly StepView[]): NextCommand {
  for (const { step, command } of steps) if (command !== null) return { kind: 'command', step, command };
  const first = (wanted: (step: StepView) => boolean) => steps.find(wanted)?.step;
  const running = first(({ state }) => state === 'running');
  if (running) return { kind: 'wait', step: running };
  const stuck = first(({ state, reason }) => state === 'failed' || (state === 'blocked' && !WAITS.has(reason)));
  if (stuck) return { kind: 'stuck', step: stuck };
  const hidden = first(({ state }) => state === 'hidden');
  return hidden ? { kind: 'hidden', step: hidden } : { kind: 'done' };
}
