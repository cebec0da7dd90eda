import type { NextCommand, Restore, RestoreStep, StepView } from '@tresor/contracts';

export const viewOf = (steps: readonly StepView[], step: RestoreStep): StepView | undefined => steps.find((view) => view.step === step);

/** The step that waits for somebody. Null while Azure works, and when all is done. */
export const stepToDo = (next: NextCommand | undefined): RestoreStep | null =>
  next?.kind === 'command' || next?.kind === 'stuck' ? next.step : null;

/** After a step that is done, the next that is not; null at the end and before. */
export function stepAfter(steps: readonly StepView[], step: RestoreStep): RestoreStep | null {
  const at = steps.findIndex((view) => view.step === step);
  if (steps[at]?.state !== 'done') return null;
  return steps.slice(at + 1).find(({ state }) => state !== 'done')?.step ?? null;
}

/** Why the machine is not backed up by this vault where nothing else is left: a rule, or another vault; null where it is otherwise. */
export function onlyLackOf(steps: readonly StepView[]): 'protection-refused' | 'protected-elsewhere' | null {
  const reason = viewOf(steps, 'protection')?.reason;
  if (reason !== 'protection-refused' && reason !== 'protected-elsewhere') return null;
  return steps.every(({ step, state }) => step === 'protection' || state === 'done') ? reason : null;
}

/** The step that tells where the whole journey stands; undefined at its end. */
export const stepThatTells = ({ next, steps }: Pick<Restore, 'next' | 'steps'>): StepView | undefined =>
  'step' in next ? viewOf(steps, next.step) : undefined;
