// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ProblemError, type PortalProblemCode } from '../../api/problem-error';
import { commandReason } from '../../api/reason';
import { setLanguage } from '../../language/language';
import { adeleIsHere } from '../../testing/adele';
import { CommandButton } from './command-button';

const send = vi.fn<() => void>();

beforeEach(async () => {
  setLanguage('en');
  await adeleIsHere();
});
afterEach(() => {
  setLanguage('en');
  send.mockReset();
});

const refused = (code: PortalProblemCode) => new ProblemError({ title: code, status: 403, code, correlationId: 'id' });

interface FormProps {
  failed?: unknown;
  region?: string;
  reason?: string;
}

const Form = ({ failed = null, region = 'westeurope', reason }: FormProps) => (
  <CommandButton onClick={send} failed={failed} entries={{ region }} reason={reason}>
    Create
  </CommandButton>
);

const create = () => screen.getByRole('button', { name: 'Create' });
const tryAgain = () => screen.queryByRole('button', { name: 'The cause is fixed: try again' });

test.each([
  ['de', 'disallowed-by-policy', /^Eine Richtlinie \(Azure Policy\) verbietet das/],
  ['en', 'disallowed-by-policy', /^A policy \(Azure Policy\) forbids this/],
  ['en', 'disallowed-by-azure', /^Azure doesn’t allow this/],
  ['de', 'scope-locked', /^Eine Ressourcensperre/],
  ['en', 'scope-locked', /^A resource lock/],
  ['en', 'provider-not-registered', /^A resource provider isn’t registered/],
  ['de', 'not-as-it-is', /^So, wie es jetzt ist/],
  ['en', 'not-as-it-is', /^As things are now/],
  ['en', 'machine-refused', /^This was refused with these entries/],
] as const)('what no repetition changes is not offered again as it was (%s, %s)', (language, code, why) => {
  setLanguage(language);
  const { rerender } = render(<Form />);
  fireEvent.click(create());
  rerender(<Form failed={refused(code)} />);
  expect(create().getAttribute('aria-disabled')).toBe('true');
  expect(create().title).toMatch(why);
  fireEvent.click(create());
  expect(send).toHaveBeenCalledTimes(1);
});

test('other entries are another command, and the refused ones stay refused', () => {
  const { rerender } = render(<Form />);
  fireEvent.click(create());
  const failed = refused('disallowed-by-policy');
  rerender(<Form failed={failed} region="northeurope" />);
  expect(create().title).toBe('');
  expect(tryAgain()).toBeNull();
  rerender(<Form failed={failed} />);
  expect(create().title).toMatch(/^A policy/);
});

test('people who had the cause removed say so, and it is sent once more', () => {
  const { rerender } = render(<Form />);
  fireEvent.click(create());
  rerender(<Form failed={refused('scope-locked')} />);
  fireEvent.click(tryAgain() ?? create());
  expect(send).toHaveBeenCalledTimes(2);
  rerender(<Form reason="Creating…" />);
  expect(tryAgain()).toBeNull();
});

test('what stands in the way besides is said first, and then nothing is sent again', () => {
  const { rerender } = render(<Form />);
  fireEvent.click(create());
  rerender(<Form failed={refused('scope-locked')} reason="Choose a region." />);
  expect(create().title).toBe('Choose a region.');
  expect(tryAgain()).toBeNull();
});

test('where every command needs a reason, it is asked for before another try', () => {
  vi.spyOn(commandReason, 'isRequired', 'get').mockReturnValue(true);
  render(<Form failed={refused('scope-locked')} />);
  expect(create().title).toMatch(/^A resource lock/);
  expect(tryAgain()).toBeNull();
});

test.each(['azure-throttled', 'azure-timeout', 'conflict', 'forbidden', 'offline'] as const)(
  'what passes, or what rights tell of, can be tried again at once (%s)',
  (code) => {
    const { rerender } = render(<Form />);
    fireEvent.click(create());
    rerender(<Form failed={refused(code)} />);
    expect(create().title).toBe('');
    expect(tryAgain()).toBeNull();
  },
);

test('a refusal that is known by Azure’s own code alone counts as well', () => {
  render(<Form failed="ScopeLocked" />);
  expect(create().title).toMatch(/^A resource lock/);
  cleanup();
  render(<Form failed="InternalError" />);
  expect(create().title).toBe('');
});
