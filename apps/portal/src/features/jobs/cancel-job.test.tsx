// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { jobId } from '@tresor/contracts';
import { expect, test, vi } from 'vitest';
import { adeleIsHere } from '../../testing/adele';
import { mount } from '../../testing/mount';
import { VAULT } from '../../testing/places';
import { CancelJob } from './cancel-job';

test('once it is answered with yes, a question cannot be answered with no', async () => {
  await adeleIsHere();
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise(() => undefined));
  const closed = vi.fn<() => void>();
  mount(<CancelJob path={VAULT} jobId={jobId.parse('0b3d1c52-5f0a-4c7e-8b0e-6b7d3d2f9a10')} onClose={closed} />, {
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
  await adeleIsHere();
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json({ state: 'unknown' }, { status: 202 }));
  const closed = vi.fn<() => void>();
  mount(<CancelJob path={VAULT} jobId={jobId.parse('0b3d1c52-5f0a-4c7e-8b0e-6b7d3d2f9a10')} onClose={closed} />, {
    client: new QueryClient(),
  });
  fireEvent.click(screen.getByRole('button', { name: 'Stop the job' }));
  expect((await screen.findByRole('alert')).textContent).toContain('Azure didn’t respond.');
  expect(closed).not.toHaveBeenCalled();
});
