import { expect, test } from 'vitest';
import { ProblemError } from '../api/problem-error';
import { whyNotRead } from './why-not-read';

const failed = new Error('forbidden');

test('what is still on its way is called loading, and what could not be read is not', () => {
  expect(whyNotRead({ data: undefined, error: null })?.en).toBe('Still loading.');
  expect(whyNotRead({ data: undefined, error: failed })?.en).toBe('This couldn’t be read. Choose “Refresh”.');
  expect(whyNotRead({ data: undefined, error: null }, { data: undefined, error: failed })?.de).toContain('Aktualisieren');
});

test('what is there can be used, also where it could not be read again', () => {
  expect(whyNotRead({ data: [], error: failed }, { data: null, error: null })).toBeUndefined();
});

test('what somebody has deleted meanwhile is not offered by what was read of it before', () => {
  const gone = new ProblemError({ title: '', status: 404, code: 'recovery-plan-not-found', correlationId: null });
  expect(whyNotRead({ data: {}, error: gone })?.en).toBe('This doesn’t exist, or you can’t see it.');
  expect(whyNotRead({ data: {}, error: null }, { error: gone })?.en).toBe('This doesn’t exist, or you can’t see it.');
});
