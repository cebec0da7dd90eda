import type { OpenDisks, StepView, TriedStep } from '@tresor/contracts';
import type { Failure, MachineState } from '../../../azure/compute/machine';

/** What Azure tells of the attempts of a restore. */
interface Attempts {
  /** Of the latest job that restored disks. */
  failure: Failure | null;
  machine: MachineState | null;
  open: OpenDisks;
  /** Restored disks that are gone since. */
  missing: string[];
}

const NO_DETAILS: Failure = { code: null, message: null };

/** Every step that was tried and did not help, with the reason: such a step does not offer itself again as if nothing had happened. */
export const triedSteps = (steps: readonly StepView[], attempts: Attempts): TriedStep[] =>
  steps
    .filter(({ state }) => state === 'failed')
    .map((view) => ({ step: view.step, disks: disksOf(view, attempts), ...whyOf(view, attempts) }));

function whyOf({ reason }: StepView, { failure, machine }: Attempts): Failure {
  switch (reason) {
    case 'disks-failed':
    case 'disks-gone':
    case 'disks-incomplete':
      return failure ?? NO_DETAILS;
    case 'machine-failed':
      return machine?.failure ?? NO_DETAILS;
    case 'encryption-failed':
    case 'encryption-isolated':
      return machine?.extensionFailure ?? NO_DETAILS;
    default:
      return NO_DETAILS;
  }
}

function disksOf({ step, reason }: StepView, { open, missing }: Attempts): string[] {
  if (step === 'encryption') return [...open.encrypted, ...open.untold];
  return reason === 'disks-gone' || reason === 'disks-incomplete' ? missing : [];
}
