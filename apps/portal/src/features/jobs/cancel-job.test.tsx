// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { jobId, vaultPath } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import * as session from '../../session/session';
import { ADELE } from '../../testing/adele';
import { mount } from '../../testing/mount';
import { CancelJob } from './cancel-job';

test('once it is answered with yes, a question cannot be answered with no', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue(ADELE);
  vi.spyOn(session, 'accessToken').mockReturnValue(new Promise(() => undefined));
  const closed = vi.fn<() => void>();
  const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
  mount(<CancelJob path={path} jobId={jobId.parse('0b3d1c52-5f0a-4c7e-8b0e-6b7d3d2f9a10')} onClose={closed} />, {
    client: new QueryClient(),
  });
  const [yes, no] = screen.getAllByRole('button');
  if (yes === undefined || no === undefined) throw new Error('The question has no answers.');
  fireEvent.click(yes);
  await vi.waitFor(() => expect(no.getAttribute('aria-disabled')).toBe('true'));
  fireEvent.click(no);
  expect(closed).not.toHaveBeenCalled();
});

test('where Azure gave no answer the question stays, and says so', async () => {
  vi.spyOn(session, 'signedIn').mockReturnValue(ADELE);
  vi.spyOn(session, 'accessToken').mockResolvedValue('token');
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ state: 'unknown' }, { status: 202 }));
  const closed = vi.fn<() => void>();
  const path = vaultPath.parse({ subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009', resourceGroup: 'rg', vaultName: 'vault' });
  mount(<CancelJob path={path} jobId={jobId.parse('0b3d1c52-5f0a-4c7e-8b0e-6b7d3d2f9a10')} onClose={closed} />, {
    client: new QueryClient(),
  });
  fireEvent.click(screen.getByRole('button', { name: 'Stop the job' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Azure didn’t respond.');
  expect(closed).not.toHaveBeenCalled();
});
