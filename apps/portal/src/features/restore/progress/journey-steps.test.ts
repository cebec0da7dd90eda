import type { NextCommand, RestoreStep, StepView } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import { stepAfter, stepThatTells, stepToDo } from './journey-steps';

const names: RestoreStep[] = ['disks', 'keys', 'machine', 'encryption', 'after-care'];
const journey = (...states: StepView['state'][]): StepView[] =>
  states.map((state, index) => ({ step: names[index] ?? 'disks', state, reason: null, needs: [], command: null }));

const told = (next: NextCommand) => stepThatTells({ next, steps: journey('done', 'ready', 'blocked', 'blocked', 'hidden') })?.step;

describe('the restore journey', () => {
  test('points to the step that waits for the person, and nowhere while Azure works', () => {
    expect(stepToDo({ kind: 'command', step: 'keys', command: 'restore-keys' })).toBe('keys');
    expect(stepToDo({ kind: 'wait', step: 'disks' })).toBeNull();
    expect(stepToDo({ kind: 'done' })).toBeNull();
  });

  test('goes on from a step that is done, past those that are done already', () => {
    const view = journey('done', 'done', 'done', 'done', 'ready');
    expect(stepAfter(view, 'machine')).toBe('after-care');
    expect(stepAfter(view, 'after-care')).toBeNull();
  });

  test('is told in a list by the step with which it goes on', () => {
    expect(told({ kind: 'command', step: 'keys', command: 'restore-keys' })).toBe('keys');
    expect(told({ kind: 'hidden', step: 'after-care' })).toBe('after-care');
    expect(told({ kind: 'done' })).toBeUndefined();
  });
});
