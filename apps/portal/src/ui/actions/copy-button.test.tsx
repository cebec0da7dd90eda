// @vitest-environment jsdom
import { fireEvent, render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { CodeBox } from './code-box';

const withClipboard = (clipboard: object | undefined) => vi.stubGlobal('navigator', { languages: ['en'], clipboard });
const copy = () => fireEvent.click(screen.getByRole('button', { name: 'Copy' }));

test('what was copied is said to be', async () => {
  withClipboard({ writeText: () => Promise.resolve() });
  render(<CodeBox label="Script" code="az login" />);
  copy();
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeDefined();
});

test.each([
  ['refuses', { writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }],
  ['has no clipboard', undefined],
])('where the browser %s, that is said with what to do', async (_, clipboard) => {
  withClipboard(clipboard);
  render(<CodeBox label="Script" code="az login" />);
  copy();
  expect(await screen.findByText(/didn’t allow copying/)).toBeDefined();
  expect(screen.getByRole('button', { name: 'Copy' })).toBeDefined();
});
