// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { itemPath, type RestoreOutlook, type StepOutlook } from '@tresor/contracts';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { restoreOutlookQuery } from '../../../api/restore-queries';
import { emptyRestoreDraft } from '../../../kept/item-drafts';
import { setLanguage } from '../../../language/language';
import { Outlook } from './outlook';

// The page that carries the portal's settings.
vi.hoisted(() => {
  document.body.innerHTML = '<script id="portal-settings" type="application/json">{}</script>';
});

const path = itemPath.parse({
  subscriptionId: 'f2edfd5d-5496-4683-b94f-b3588c579009',
  resourceGroup: 'rg',
  vaultName: 'vault',
  vmGroup: 'VmRG',
  vmName: 'VM1',
});
const open: StepOutlook = { step: 'disks', state: 'open', missing: [], needs: [], ruleId: null, policies: [] };

beforeEach(() => setLanguage('en'));
afterEach(cleanup);

function show(outlook: Pick<RestoreOutlook, 'steps' | 'unseen'>) {
  const client = new QueryClient({ defaultOptions: { queries: { enabled: false } } });
  const { point, configuration } = emptyRestoreDraft;
  client.setQueryData(restoreOutlookQuery(path, '2017-01', { recoveryPointId: point?.id, configuration }).queryKey, {
    recoveryPointId: '1',
    unusable: [],
    ...outlook,
  });
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <Outlook path={path} draft={emptyRestoreDraft} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

test('what a policy forbids is told with its name, where it is assigned and who can change it', () => {
  const scope = '/providers/Microsoft.Management/managementGroups/contoso';
  show({ steps: [open, { ...open, step: 'machine', state: 'disallowed', policies: [{ name: 'Allowed locations', scope }] }], unseen: [] });
  expect(screen.getByRole('listitem').textContent).toBe('Create virtual machine: “Allowed locations”, assigned at: contoso');
  expect(screen.getByText(/can change it or create an exemption/)).toBeDefined();
  expect(screen.queryByText(/every step up to the running virtual machine/)).toBeNull();
});

test('who cannot see what policies forbid is told so, once, where nothing else is in the way', () => {
  show({ steps: [open], unseen: ['policies'] });
  expect(screen.getByText(/^As far as Tresor can see/)).toBeDefined();
  expect(screen.getByText(/^You can’t see whether policies/)).toBeDefined();
});
