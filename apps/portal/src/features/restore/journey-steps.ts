import type { RestoreStep, StepView } from '@tresor/contracts';
import type { Message } from '../../i18n/messages';
import { stateWords, stepReasons } from './journey-messages';

/** What a card of the journey says: the state, and why it is so. */
export interface StepWords {
  state: Message;
  reason: Message | null;
}

export const stepWords = ({ state, reason }: StepView): StepWords => ({
  state: stateWords[state],
  reason: reason === null ? null : stepReasons[reason],
});

export const viewOf = (steps: readonly StepView[], step: RestoreStep): StepView | undefined => steps.find((view) => view.step === step);

/** The step that waits for the person: one that failed, or is ready. Null while Azure works, and when all is done. */
export const stepToDo = (steps: readonly StepView[]): RestoreStep | null =>
  steps.find(({ state }) => state === 'failed' || state === 'ready')?.step ?? null;

/** After a step that is done, the next that is not; null at the end and before. */
export function stepAfter(steps: readonly StepView[], step: RestoreStep): RestoreStep | null {
  const at = steps.findIndex((view) => view.step === step);
  if (steps[at]?.state !== 'done') return null;
  return steps.slice(at + 1).find(({ state }) => state !== 'done')?.step ?? null;
}

export const isAllDone = (steps: readonly StepView[]): boolean => steps.length > 0 && steps.every(({ state }) => state === 'done');

/** Where only a rule keeps the machine from being backed up. */
export const isAllButProtection = (steps: readonly StepView[]): boolean =>
  viewOf(steps, 'protection')?.reason === 'protection-refused' &&
  steps.every(({ step, state }) => step === 'protection' || state === 'done');

/** The step that tells where the whole journey stands: the one to do, else the one at work, else the first that is held up. */
export const stepThatTells = (steps: readonly StepView[]): StepView | undefined =>
  steps.find(({ step }) => step === stepToDo(steps)) ??
  steps.find(({ state }) => state === 'running') ??
  steps.find(({ state }) => state !== 'done');
