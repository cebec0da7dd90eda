import { restoreStep, type NextCommand, type StepReason, type StepView } from '@tresor/contracts';
import { afterCare } from './after-care';
import { disksStep } from './disks';
import { encryptionStep } from './encryption';
import { keysStep } from './keys';
import { machineStep, machineToMake } from './machine';
import { protectionStep } from './protection';
import { by, hiddenState, isDone, LATER, REMOVED, state, type State, type StepFacts } from './state';

/** Ends of a restore job after which another restore has to begin, with keys of its own. */
const DISKS_NEVER_CAME = new Set(['Failed', 'Cancelled', 'Cancelling']);

/** The steps in their only order, each with where it stands, why, and what it offers. */
export function stepsOf(facts: StepFacts): StepView[] {
  if (facts.removed) return restoreStep.options.map((step) => ({ step, ...REMOVED }));
  // Without its point a command would only be refused.
  const withPoint = (step: State): State => {
    if (facts.hasPoint) return step;
    return step.state === 'ready' ? state('blocked', 'point-gone') : { ...step, command: null };
  };
  const disks = disksStep(facts);
  const keys = DISKS_NEVER_CAME.has(facts.status) ? LATER : keysStep(facts);
  const machine = by(facts.machine, (made) => (made ? withPoint(machineStep(made)) : by(facts.disks, () => machineToMake(disks, keys))));
  // Azure tells it of the restored disks: who may not see these does not know whether it does.
  const asSeen = (step: State): State =>
    step.reason === 'disks-untold' && facts.disks.state === 'hidden'
      ? { ...state('hidden', 'encryption-out-of-sight', step.command), needs: facts.disks.needs }
      : step;
  // To be asked for its secret again and again helps nobody: from there no application signs in.
  const asIsolated = (step: State): State =>
    facts.signsInIsolated && step.command === 'renew-encryption' && !OPEN_TO_LOOK.has(step.reason)
      ? state(step.state === 'failed' ? 'failed' : 'blocked', 'encryption-isolated')
      : step;
  // Hidden is what comes after something hidden.
  const after = (next: () => State) => (isDone(machine) ? next() : machine.state === 'hidden' ? hiddenState(machine.needs) : LATER);
  return [
    { step: 'disks', ...disks },
    { step: 'keys', ...keys },
    { step: 'machine', ...machine },
    {
      step: 'encryption',
      ...after(() => by(facts.machine, (made) => asIsolated(asSeen(withPoint(encryptionStep(facts.encrypted, made, facts.open)))))),
    },
    { step: 'protection', ...after(() => by(facts.protection, (protection) => by(facts.protectionBar, protectionStep(protection)))) },
    {
      step: 'after-care',
      ...by(facts.machine, (made) => by(facts.leftovers, (left) => afterCare(left, facts, made))),
    },
  ];
}

/** Why a step waits for others, or for nothing any more. */
const WAITS = new Set<StepReason | null>(['needs-earlier-step', 'leftovers-needed', 'encryption-unknown']);

/** Where it is not known yet whether anything has to be encrypted. */
const OPEN_TO_LOOK = new Set<StepReason | null>(['disks-untold', 'encryption-out-of-sight']);

/** What of the encryption is a person's to decide, having looked into the machine. */
const TO_DECIDE = new Set<StepReason | null>(['first-encryption', ...OPEN_TO_LOOK]);

/** What comes next: the first command on offer, else what Azure is at, else what stands in the way, else what cannot be seen. */
export function nextOf(steps: readonly StepView[]): NextCommand {
  if (steps.some(({ reason }) => reason === REMOVED.reason)) return { kind: 'removed' };
  const offered = steps.filter(({ command }) => command !== null);
  // What somebody has to decide holds nothing else up.
  const chosen = offered.find(({ reason }) => !TO_DECIDE.has(reason)) ?? offered[0];
  if (chosen && chosen.command !== null) return { kind: 'command', step: chosen.step, command: chosen.command };
  const first = (wanted: (step: StepView) => boolean) => steps.find(wanted)?.step;
  const running = first(({ state }) => state === 'running');
  if (running) return { kind: 'wait', step: running };
  const stuck = first(({ state, reason }) => state === 'failed' || (state === 'blocked' && !WAITS.has(reason)));
  if (stuck) return { kind: 'stuck', step: stuck };
  // Disks that cannot be seen bar nothing by themselves: the step that is made of them is hidden, too.
  const hidden = first(({ step, state }) => state === 'hidden' && step !== 'disks');
  return hidden ? { kind: 'hidden', step: hidden } : { kind: 'done' };
}
