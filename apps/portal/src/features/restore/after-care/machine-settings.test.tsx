// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query';
import { fireEvent, screen } from '@testing-library/react';
import { jobId as jobIdOf } from '@tresor/contracts';
import { beforeEach, expect, test, vi } from 'vitest';
import { machineSettingsQuery } from '../../../api/restore-queries';
import { adeleIsHere } from '../../../testing/adele';
import { tagsOffered } from '../../../testing/machine-setting';
import { mount } from '../../../testing/mount';
import { VAULT } from '../../../testing/places';
import { MachineSettings } from './machine-settings';

beforeEach(adeleIsHere);
const jobId = jobIdOf.parse('419dc906-7f6c-41ac-875c-f8489c4920d4');

const apply = () => fireEvent.click(screen.getByRole('button', { name: 'Apply Tags' }));

test('tags that did not stay as they were sent are said to be a policy’s', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([tagsOffered])));
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(machineSettingsQuery(VAULT, jobId).queryKey, [tagsOffered]);
  mount(<MachineSettings path={VAULT} jobId={jobId} />, { client });
  expect(screen.queryByText(/didn’t keep all tags/)).toBeNull();
  apply();
  expect(await screen.findByText(/didn’t keep all tags/)).toBeDefined();
});

test('what somebody else has changed meanwhile is told and shown, and applied by who has seen it', async () => {
  const changed = { ...tagsOffered, new: ['owner: Alex'], revision: '9d1f3c52-0000-5000-8000-000000000002' };
  const seen: unknown[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    if (request.method === 'GET') return Response.json([changed]);
    seen.push(await request.json());
    return Response.json({ title: '', status: 409, code: 'setting-not-offered', correlationId: 'c-1' }, { status: 409 });
  });
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(machineSettingsQuery(VAULT, jobId).queryKey, [tagsOffered]);
  mount(<MachineSettings path={VAULT} jobId={jobId} />, { client });
  apply();
  expect(
    await screen.findByText(/^This setting wasn’t applied: something about it has changed in Azure since you looked at it/),
  ).toBeDefined();
  expect(await screen.findByText('owner: Alex')).toBeDefined();
  apply();
  await vi.waitFor(() => expect(seen).toEqual([{ seen: tagsOffered.revision }, { seen: changed.revision }]));
});
