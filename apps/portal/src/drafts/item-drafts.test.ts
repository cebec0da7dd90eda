// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { emptyRestoreDraft, isStarted, restoreAttempt } from './item-drafts';

const point = { id: '77', time: '2017-01-18T23:30:00Z', encrypted: true, managedDisks: false };

describe('the draft of a restore', () => {
  test('is started with the first choice', () => {
    expect([emptyRestoreDraft, { ...emptyRestoreDraft, point }].map(isStarted)).toEqual([false, true]);
  });

  test('is triggered under one id however often the button is pressed, and under a new one in another rule set', () => {
    const first = restoreAttempt(emptyRestoreDraft, '2017-01', () => 'first');
    const draft = { ...emptyRestoreDraft, point, attempt: first };
    expect(restoreAttempt(draft, '2017-01', () => 'second')).toBe(first);
    expect(restoreAttempt(draft, 'current', () => 'second')).toEqual({ intentId: 'second', edition: 'current' });
  });
});
