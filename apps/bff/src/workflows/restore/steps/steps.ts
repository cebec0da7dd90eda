import type { NextCommand, StepReason, StepView } from '@tresor/contracts';
import { afterCare } from './after-care';
import { disksStep } from './disks';
import { encryptionStep, isVerified } from './encryption';
import { keysStep } from './keys';
import { machineStep, machineToMake } from './machine';
import { protectionStep } from './protection';
import { by, hiddenState, isDone, LATER, type State, type StepFacts } from './state';

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
