// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { ProblemError, type PortalProblemCode } from '../../../api/problem-error';
import { messages } from '../setup/messages';
import { endOf } from './watch-vault';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

const failed = (code: PortalProblemCode) => new ProblemError({ title: code, status: 0, code, correlationId: null });

test('a new vault is followed until Azure has made it or given up', () => {
  expect(endOf({ data: { provisioningState: 'Provisioning' }, error: null })).toBeNull();
  expect(endOf({ data: { provisioningState: 'Succeeded' }, error: null })?.title).toBe(messages.noticeCreated);
  expect(endOf({ data: { provisioningState: 'Failed' }, error: null })?.title).toBe(messages.noticeFailed);
});

test.each(['vault-not-found', 'forbidden'] as const)('one of which nobody can see what became is followed no more (%s)', (code) => {
  expect(endOf({ data: undefined, error: failed(code) })?.title).toBe(messages.noticeUnseen);
  expect(endOf({ data: { provisioningState: 'Provisioning' }, error: failed(code) })?.title).toBe(messages.noticeUnseen);
});

test('one that cannot be read for a moment is followed on', () => {
  expect(endOf({ data: undefined, error: failed('azure-timeout') })).toBeNull();
});
