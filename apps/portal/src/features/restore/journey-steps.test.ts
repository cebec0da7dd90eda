import type { RestoreStep, StepReason, StepView } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { isAllDone, stepAfter, stepThatTells, stepToDo, stepWords } from './journey-steps';

const steps: RestoreStep[] = ['disks', 'keys', 'machine', 'encryption', 'after-care'];
const journey = (...states: (StepView['state'] | [StepView['state'], StepReason])[]): StepView[] =>
  states.map((entry, index) => {
    const [state, reason] = typeof entry === 'string' ? [entry, null] : entry;
    return { step: steps[index] ?? 'disks', state, reason };
  });

describe('the restore journey', () => {
  test('points to the step that waits for the person', () => {
    expect(stepToDo(journey('done', ['ready', 'keys-needed'], ['blocked', 'needs-earlier-step'], 'blocked', 'blocked'))).toBe('keys');
  });

  test('points to a step that failed, to try it again', () => {
    expect(stepToDo(journey('done', 'done', ['failed', 'machine-failed'], 'blocked', 'blocked'))).toBe('machine');
  });

  test('points nowhere while Azure works', () => {
    expect(stepToDo(journey(['running', 'disks-running'], 'blocked', 'blocked', 'blocked', 'blocked'))).toBeNull();
  });

  test('goes on from a step that is done, past those that are done already', () => {
    const view = journey('done', 'done', 'done', 'done', ['ready', 'leftovers-there']);
    expect(stepAfter(view, 'machine')).toBe('after-care');
    expect(stepAfter(view, 'after-care')).toBeNull();
  });

  test('is told in a list by the step that needs somebody, else by what is at work, else by what holds it up', () => {
    expect(stepThatTells(journey(['running', 'disks-running'], ['ready', 'keys-needed'], 'blocked', 'blocked', 'blocked'))?.step).toBe(
      'keys',
    );
    expect(stepThatTells(journey('done', 'done', ['running', 'machine-running'], 'blocked', 'blocked'))?.step).toBe('machine');
    expect(stepThatTells(journey('done', ['blocked', 'key-vault-unreadable'], 'blocked', 'blocked', 'blocked'))?.step).toBe('keys');
    expect(stepThatTells(journey('done', 'done', 'done', 'done', 'done'))).toBeUndefined();
  });

  test('is done when every step is', () => {
    expect(isAllDone(journey('done', 'done', 'done', ['done', 'not-needed'], 'done'))).toBe(true);
    expect(isAllDone([])).toBe(false);
  });

  test('says with a state why it is so', () => {
    const words = stepWords({ step: 'keys', state: 'ready', reason: 'keys-needed' });
    expect(words.state.de).toBe('Jetzt sind Sie dran');
    expect(words.reason?.de).toContain('fehlen');
  });
});
