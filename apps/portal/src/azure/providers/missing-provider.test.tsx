// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import type { ProviderRegistration } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import { isSubscriptionId } from '../../api/known-ids';
import { adeleIsHere } from '../../testing/adele';
import { mount } from '../../testing/mount';
import MissingProvider from './missing-provider';
import { providerQuery } from './provider-query';

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const failed = {
  title: '',
  status: 409,
  code: 'provider-not-registered',
  correlationId: 'id',
  azureMessage: "The subscription is not registered to use namespace 'Microsoft.RecoveryServices'. See https://aka.ms/rps-not-found.",
  sentTo: `/vaults/${SUBSCRIPTION}/rg/vault/creation/1`,
} as const;

function show(known?: ProviderRegistration) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const id: string = SUBSCRIPTION;
  const tell = (now: ProviderRegistration) =>
    void (isSubscriptionId(id) && client.setQueryData(providerQuery(id, 'Microsoft.RecoveryServices').queryKey, now));
  if (known) tell(known);
  mount(<MissingProvider problem={failed} />, { client });
  return { tell };
}

const code = (label: string) => screen.getByLabelText<HTMLTextAreaElement>(label).value;
const register = () => screen.queryByRole<HTMLButtonElement>('button', { name: 'Register' });

test('a provider that is not registered is named, with the commands that register it', () => {
  show({ state: 'not-registered', mayRegister: true });
  expect(screen.getByText(/^The resource provider Microsoft\.RecoveryServices isn’t registered/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'As a command' }));
  expect(code('Azure CLI')).toBe(`az provider register --namespace 'Microsoft.RecoveryServices' --subscription '${SUBSCRIPTION}' --wait`);
  expect(code('Azure PowerShell')).toContain("Register-AzResourceProvider -ProviderNamespace 'Microsoft.RecoveryServices'");
});

test('it is registered by a press, and nobody is asked to press again', async () => {
  await adeleIsHere();
  const sent = vi
    .spyOn(globalThis, 'fetch')
    .mockResolvedValue(Response.json({ state: 'registering', mayRegister: false }, { status: 202 }));
  show({ state: 'not-registered', mayRegister: true });
  fireEvent.click(screen.getByRole('button', { name: 'Register' }));
  expect(await screen.findByText(/^Azure is registering Microsoft\.RecoveryServices/)).toBeDefined();
  expect([sent.mock.calls.length, register()]).toEqual([1, null]);
});

test('who may not is told which right is missing, and who has it', () => {
  show({ state: 'not-registered', mayRegister: false });
  expect(register()?.title).toMatch(/Microsoft\.RecoveryServices\/register\/action .*“Contributor”/);
});

test('what was known before the refusal is not said to hold; the commands alone are there', async () => {
  const known = { state: 'registered', mayRegister: false } as const;
  const { tell } = show(known);
  expect(screen.queryByText(/is registered/)).toBeNull();
  expect(screen.getByRole('button', { name: 'As a command' })).toBeDefined();
  expect(register()).toBeNull();
  tell(known);
  expect(await screen.findByText(/^Microsoft\.RecoveryServices is registered/)).toBeDefined();
  expect(screen.queryByRole('button')).toBeNull();
});

test('where Azure does not say which one it is, nothing is offered', () => {
  const { container } = mount(<MissingProvider problem={{ ...failed, azureMessage: 'Not registered.' }} />);
  expect(container.textContent).toBe('');
});
