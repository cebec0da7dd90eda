import type { StepTime } from '@tresor/contracts';
import type { RecoveryMachineRecord } from '../../store/recovery-plans';
import type { MachineFacts } from './next-of-machine';
import type { RecoveryInHand } from './recovery-in-hand';

/** Writes down when steps were first seen done: the disks by the end of their job, the others by the look that saw them. */
export async function noteTimes(hand: RecoveryInHand, factsOf: (machine: RecoveryMachineRecord) => MachineFacts, now: Date): Promise<void> {
  for (const machine of hand.record.machines) {
    const fresh = doneIn(factsOf(machine), now).filter(({ step }) => !machine.times.some((one) => one.step === step));
    if (fresh.length > 0) await hand.note(machine, { times: [...machine.times, ...fresh] });
  }
}

function doneIn({ job, plan }: MachineFacts, now: Date): StepTime[] {
  const disks: StepTime[] = job?.status.startsWith('Completed') ? [{ step: 'disks', at: job.endTime ?? now.toISOString() }] : [];
  const seen = plan?.record.seen;
  const done = (seen?.steps ?? []).filter(({ step, state }) => state === 'done' && (step !== 'disks' || disks.length === 0));
  return [...disks, ...done.map(({ step }) => ({ step, at: seen?.at ?? now.toISOString() }))];
}
