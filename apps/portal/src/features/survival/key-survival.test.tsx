// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import { keySurvivalQuery } from '../../api/key-survival-query';
import { adeleWasHere } from '../../testing/adele';
import { knownOnly, mount } from '../../testing/mount';
import KeySurvivalList from './key-survival.blade';

beforeEach(adeleWasHere);

test.each([
  [718, 'Looked at: 0 of 718.'],
  [0, null],
])('until all machines were looked at, it is told of how many that is true (%s)', (total, sentence) => {
  const client = knownOnly();
  client.setQueryData([...keySurvivalQuery().queryKey], { total, rows: [], complete: false });
  mount(<KeySurvivalList />, { client });
  expect(screen.queryByText(/^Looked at/)?.textContent ?? null).toBe(sentence);
});

test('where nothing could be read, no number looks as if it were still being counted', async () => {
  const client = knownOnly();
  const { queryKey } = keySurvivalQuery();
  const unreachable = new ProblemError({ title: '', status: 504, code: 'azure-unreachable', correlationId: null, onlyRead: true });
  client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error: unreachable });
  mount(<KeySurvivalList />, { client });
  expect(await screen.findByRole('alert')).toBeDefined();
  expect(screen.queryByText('…')).toBeNull();
});
