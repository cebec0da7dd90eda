// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { phrase } from '../../../language/messages';
import { CheckList } from './check-list';
import { checkMessages } from './check-messages';

test('a prerequisite that a hundred machines do not meet names some of them, and all where somebody asks', () => {
  const names = Array.from({ length: 100 }, (_, place) => `FarmVM${place + 1}`);
  const proof = [phrase(checkMessages.keysThere), { message: checkMessages.concerned, values: {}, names }];
  render(
    <CheckList checks={[{ id: 'agent', state: 'blocks', title: phrase(checkMessages.agentReady), proof, source: null, remedy: null }]} />,
  );
  expect(screen.getByText(/^Affected: FarmVM1, .*FarmVM10, and 90 more\.$/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Show all 100' }));
  expect(screen.getByText('FarmVM100')).toBeDefined();
});
