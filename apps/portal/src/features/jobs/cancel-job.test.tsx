// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { jobId, vaultPath } from '@tresor/contracts';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setLanguage } from '../../language/language';
import * as session from '../../session/session';
import { CancelJob } from './cancel-job';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

beforeEach(() => setLanguage('en'));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('once it is answered with yes, a question cannot be answered with no', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue({ id: 'adele', name: 'Adele', username: 'adele', isGuest: false });
  vi.spyOn(session, 'accessToken').mockReturnValue(new Promise(() => undefined));
  const closed = vi.fn<() => void>();
  const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CancelJob path={path} jobId={jobId.parse('0b3d1c52-5f0a-4c7e-8b0e-6b7d3d2f9a10')} onClose={closed} />
    </QueryClientProvider>,
  );
  const [yes, no] = screen.getAllByRole('button');
  if (yes === undefined || no === undefined) throw new Error('The question has no answers.');
  fireEvent.click(yes);
  await vi.waitFor(() => expect(no.getAttribute('aria-disabled')).toBe('true'));
  fireEvent.click(no);
  expect(closed).not.toHaveBeenCalled();
});

test('where Azure gave no answer the question stays, and says so', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue({ id: 'adele', name: 'Adele', username: 'adele', isGuest: false });
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ state: 'unknown' }, { status: 202 }));
  const closed = vi.fn<() => void>();
  const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <CancelJob path={path} jobId={jobId.parse('0b3d1c52-5f0a-4c7e-8b0e-6b7d3d2f9a10')} onClose={closed} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Stop the job' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Azure didn’t respond.');
  expect(closed).not.toHaveBeenCalled();
});
