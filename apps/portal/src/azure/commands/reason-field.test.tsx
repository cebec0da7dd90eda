// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { commandReason } from '../../api/reason';
import { adeleIsHere } from '../../testing/adele';
import { ReasonField } from './reason-field';

beforeEach(adeleIsHere);
afterEach(() => commandReason.set(''));

test('a reason that was given before can be deleted for another one', () => {
  commandReason.set('INC-1');
  render(<ReasonField />);
  const field = screen.getByRole('textbox');
  field.focus();
  fireEvent.change(field, { target: { value: '' } });
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

test('where none was given yet, the field opens at a press, ready to write', () => {
  render(<ReasonField />);
  fireEvent.click(screen.getByRole('button', { name: 'Give a reason or ticket' }));
  expect(document.activeElement).toBe(screen.getByRole('textbox'));
});

test('the second click of a double click on the command beside it does not open the field', () => {
  render(<ReasonField />);
  fireEvent.click(screen.getByRole('button', { name: 'Give a reason or ticket' }), { detail: 2 });
  expect(screen.queryByRole('textbox')).toBeNull();
});
