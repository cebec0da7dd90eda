import type { RecoveryMachineRecord } from '../../../store/recovery-plans';
import { sideBySide } from '../../../turns';
import { vaultOf } from '../machine-key';
import { toMachineView } from '../recovery-view';
import type { RecoveryInHand } from '../recovery-in-hand';
import { proveMachine } from './prove';

const PARALLEL = 4;
const AT_THEIR_END = new Set(['done', 'needs-person', 'refused', 'taken-out', 'stopped']);

/** Asks Azure what came of every machine, writes it down, and lets none of them go on: from here on all of it goes. */
export async function endRehearsal(hand: RecoveryInHand): Promise<void> {
  const { run, session } = hand;
  await sideBySide(hand.record.machines, PARALLEL, async (machine) => {
    if (machine.outcome === null) await hand.note(machine, { ...(await outcomeOf(hand, machine)) });
    const { item, jobId } = machine;
    if (jobId !== null) await run.restores.abandon({ azure: session, vault: vaultOf(item), jobId });
  });
  await hand.noteRehearsal({ isRemoving: true });
}

async function outcomeOf(hand: RecoveryInHand, machine: RecoveryMachineRecord): Promise<Partial<RecoveryMachineRecord>> {
  const { run, session } = hand;
  const { item, jobId } = machine;
  const plan = jobId === null || !machine.isPlanned ? undefined : await run.restores.look({ azure: session, vault: vaultOf(item), jobId });
  const { state, stop } = toMachineView(machine, plan, hand.record);
  const proof = machine.proof ?? (await proveMachine(hand, machine));
  return { proof, outcome: { state: AT_THEIR_END.has(state) ? state : 'stopped', stop } };
}
