// @vitest-environment jsdom
import { act, fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ListNote } from './list-note';

function onTelephone(): void {
  const query = Object.assign(window.matchMedia(''), { matches: true });
  vi.spyOn(window, 'matchMedia').mockReturnValue(query);
}

const note = (
  <ListNote heeded={<p>Machines: 3.</p>}>
    <p>What you can see.</p>
  </ListNote>
);

test('what explains a list stands above it as long as there is room', () => {
  render(note);
  expect(screen.getByText('What you can see.')).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('on a telephone it is a line that opens, and what is to be heeded stands there all the same', () => {
  onTelephone();
  render(note);
  expect(screen.getByText('Machines: 3.')).toBeDefined();
  expect(screen.queryByText('What you can see.')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'What this list shows' }));
  expect(screen.getByText('What you can see.')).toBeDefined();
});

test('on paper nothing is folded', () => {
  onTelephone();
  render(note);
  act(() => void window.dispatchEvent(new Event('beforeprint')));
  expect(screen.getByText('What you can see.')).toBeDefined();
});
