// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { AllNames } from './all-names';

const namesOf = (count: number) => Array.from({ length: count }, (_, place) => `VM${place + 1}`);

test('all names of which a sentence has some are there for who wants them', () => {
  render(<AllNames names={namesOf(100)} />);
  fireEvent.click(screen.getByRole('button', { name: 'Show all 100' }));
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual(namesOf(100));
});

test('where the sentence has them all, nothing is offered', () => {
  const { container } = render(<AllNames names={namesOf(11)} />);
  expect(container.textContent).toBe('');
});
