import type { KeyChain, StepView } from '@tresor/contracts';
import type { MachineState } from '../../azure/compute/machine';
import type { Protection } from './protection-state';

/** What decides where the steps of a restore stand. */
export interface StepFacts {
  /** Status of the restore job, in Azure's words. */
  status: string;
  encrypted: boolean;
  chain: KeyChain | null;
  machine: MachineState | null;
  protection: Protection['state'];
  /** The rule that keeps the new machine from being protected. */
  protectionRule: string | null;
  leftovers: string[];
  /** Whether the signed-in user may see what was restored. */
  disksVisible: boolean;
}

type State = Pick<StepView, 'state' | 'reason'>;

const DONE: State = { state: 'done', reason: null };
const NOT_NEEDED: State = { state: 'done', reason: 'not-needed' };
const LATER: State = { state: 'blocked', reason: 'needs-earlier-step' };
const LEFTOVERS_NEEDED: State = { state: 'blocked', reason: 'leftovers-needed' };
const READY: State = { state: 'ready', reason: null };

/** A machine whose agent is silent for so long asks for its recovery key, or does not start. */
const SILENCE_SECONDS = 1_800;

/** The steps in their only order, each with where it stands and why. */
export function stepsOf(facts: StepFacts): StepView[] {
  const disks = disksStep(facts);
  const keys = disks.state === 'failed' ? LATER : keysStep(facts);
  const machine = disks.state === 'done' && keys.state === 'done' ? machineStep(facts) : machineBefore(facts);
  const encryption = machine.state === 'done' ? encryptionStep(facts) : LATER;
  return [
    { step: 'disks', ...disks },
    { step: 'keys', ...keys },
    { step: 'machine', ...machine },
    { step: 'encryption', ...encryption },
    { step: 'protection', ...(machine.state === 'done' ? protectionStep(facts) : LATER) },
    { step: 'after-care', ...afterCare(facts) },
  ];
}

function disksStep({ status }: StepFacts): State {
  if (status === 'Completed' || status === 'CompletedWithWarnings') return DONE;
  if (status === 'Cancelled' || status === 'Cancelling') return { state: 'failed', reason: 'disks-cancelled' };
  return status === 'Failed' ? { state: 'failed', reason: 'disks-failed' } : { state: 'running', reason: 'disks-running' };
}

function keysStep({ encrypted, chain }: StepFacts): State {
  if (!encrypted) return NOT_NEEDED;
  const states = chain ? [chain.secret.state, ...(chain.key ? [chain.key.state] : [])] : [];
  if (states.length > 0 && states.every((state) => state === 'present')) return DONE;
  const isHidden = states.every((state) => state === 'unreadable' || state === 'present');
  return isHidden ? { state: 'blocked', reason: 'key-vault-unreadable' } : { state: 'ready', reason: 'keys-needed' };
}

/** Keys may be taken away again after the machine was made. */
const machineBefore = (facts: StepFacts): State => (facts.machine ? machineStep(facts) : LATER);

function machineStep({ machine, disksVisible }: StepFacts): State {
  if (!machine) return disksVisible ? READY : { state: 'blocked', reason: 'disks-hidden' };
  if (machine.provisioning === 'done') return DONE;
  return machine.provisioning === 'failed'
    ? { state: 'failed', reason: 'machine-failed' }
    : { state: 'running', reason: 'machine-running' };
}

function encryptionStep({ encrypted, machine }: Pick<StepFacts, 'encrypted' | 'machine'>): State {
  if (!encrypted || !machine) return NOT_NEEDED;
  if (machine.extension === 'running') return { state: 'running', reason: 'encryption-running' };
  if (machine.extension === 'failed') return { state: 'failed', reason: 'encryption-failed' };
  if (machine.isOff) return { state: 'failed', reason: 'machine-stopped' };
  if (machine.agentReady && machine.allDisksEncrypted) return DONE;
  // It ran and the disks are as before: to run it once more changes nothing either.
  if (machine.agentReady) return machine.extension === 'done' ? { state: 'failed', reason: 'encryption-no-effect' } : READY;
  return machine.secondsWithoutAgent > SILENCE_SECONDS
    ? { state: 'failed', reason: 'agent-silent' }
    : { state: 'running', reason: 'encryption-running' };
}

const protectionStep = ({ protection, protectionRule }: StepFacts): State =>
  protectionRule === null ? PROTECTION[protection] : { state: 'blocked', reason: 'protection-refused' };

const PROTECTION: Readonly<Record<Protection['state'], State>> = {
  protected: DONE,
  enabling: { state: 'running', reason: 'protection-running' },
  unproven: { state: 'ready', reason: 'first-backup-missing' },
  'backing-up': { state: 'running', reason: 'first-backup-running' },
  'backup-failed': { state: 'failed', reason: 'first-backup-failed' },
  none: { state: 'ready', reason: 'not-protected' },
  stopped: { state: 'ready', reason: 'protection-stopped' },
  deleted: { state: 'blocked', reason: 'backup-data-deleted' },
};

/** Whether the new machine runs with its disks unlocked. Until then what brought it back may be needed once more. */
export const isVerified = (facts: Pick<StepFacts, 'encrypted' | 'machine'>): boolean =>
  facts.machine?.provisioning === 'done' && encryptionStep(facts).state === 'done';

function afterCare(facts: StepFacts): State {
  if (facts.leftovers.length > 0) return isVerified(facts) ? { state: 'ready', reason: 'leftovers-there' } : LEFTOVERS_NEEDED;
  return isVerified(facts) ? DONE : LATER;
}
