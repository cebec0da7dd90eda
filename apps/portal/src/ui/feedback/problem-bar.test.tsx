// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ProblemError } from '../../api/problem-error';
import '../../words/azure-code-words';
import { mount } from '../../testing/mount';
import { ProblemBar } from './problem-bar';

test('a failure is said once: not its code before its words', async () => {
  const problem = new ProblemError({ title: '', status: 409, code: 'conflict', correlationId: 'id' });
  mount(<ProblemBar problem={problem} />);
  expect(screen.getByText('Code: conflict')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
  expect((await screen.findByRole('alert')).textContent).toContain('Azure is already working on this item');
});
