import type { RecoveryMachineView } from '@tresor/contracts';
import type { ExpectedOutcome } from '@tresor/local-azure';
import { isOverQuota } from './endings';

/** How a machine comes out of a rehearsal: as it would end. */
type Rehearsed = Exclude<ExpectedOutcome['ends'], 'running' | 'spared'> | 'proven' | `neither: ${string}`;

/** Also of a machine that still runs: where another of its size finds no cores any more, no second one of it does. */
function shouldBe({ ends, vault, vmSize }: ExpectedOutcome, all: readonly ExpectedOutcome[]): Rehearsed {
  if (ends === 'lost') return 'lost';
  const isScarce = all.some((one) => one.ends === 'over quota' && one.vault === vault && one.vmSize === vmSize);
  if (isScarce) return 'over quota';
  return ends === 'running' || ends === 'spared' ? 'proven' : ends;
}

/** By what its record says, which is all that is left of it. */
function cameOutAs(view: RecoveryMachineView): Rehearsed {
  const { state, refusal, stop, proof } = view;
  if (isOverQuota(view) && proof === null) return 'over quota';
  if (state === 'refused' && proof === null) return 'lost';
  if (state === 'done' && proof?.agentReady === true && proof.screen?.state === 'kept') return 'proven';
  if (stop?.reason === 'stuck' && proof?.agentReady === false) return 'not started';
  if (stop?.reason === 'application-isolated' && proof?.agentReady === true) return 'data locked';
  return `neither: ${JSON.stringify({ state, refusal, stop, proof })}`;
}

/** A sentence for each machine that came out otherwise than it should. */
export function rehearsedWrongly(expected: readonly ExpectedOutcome[], machines: readonly RecoveryMachineView[]): string[] {
  const views = new Map<string, RecoveryMachineView>(machines.map((one) => [one.item.vmName, one]));
  return expected.flatMap((outcome) => {
    const view = views.get(outcome.machine);
    const [should, is] = [shouldBe(outcome, expected), view ? cameOutAs(view) : 'neither: left out of the plan'];
    return is === should ? [] : [`${outcome.machine} came out of the rehearsal as “${is}”, and should as “${should}”.`];
  });
}
