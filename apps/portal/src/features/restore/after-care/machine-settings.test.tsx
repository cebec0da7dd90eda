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

test('tags that did not stay as they were sent are said to be a policy’s', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([tagsOffered])));
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY } } });
  client.setQueryData(machineSettingsQuery(VAULT, jobId).queryKey, [tagsOffered]);
  mount(<MachineSettings path={VAULT} jobId={jobId} />, { client });
  expect(screen.queryByText(/didn’t keep all tags/)).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Apply Tags' }));
  expect(await screen.findByText(/didn’t keep all tags/)).toBeDefined();
});
