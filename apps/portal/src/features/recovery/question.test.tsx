// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { adeleIsHere } from '../../testing/adele';
import { Question } from './question';

beforeEach(adeleIsHere);
test('what has happened since it was asked can’t be answered with yes any more, and the question can be put away', () => {
  const [onYes, onNo] = [vi.fn<() => void>(), vi.fn<() => void>()];
  render(
    <Question question="Cancel?" yes="Yes, cancel" onYes={onYes} onNo={onNo} pending={false} whyNot="It is being removed." failed={null} />,
  );
  const yes = screen.getByRole('button', { name: 'Yes, cancel' });
  expect(yes.title).toBe('It is being removed.');
  fireEvent.click(yes);
  fireEvent.click(screen.getByRole('button', { name: 'No' }));
  expect([onYes.mock.calls.length, onNo.mock.calls.length]).toEqual([0, 1]);
});
