// @vitest-environment jsdom
import { QueryClient, useQueryClient } from '@tanstack/react-query';
import { screen } from '@testing-library/react';
import type { Restore } from '@tresor/contracts';
import { useState } from 'react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { restoreQuery } from '../../../api/restore-queries';
import { useEdition } from '../../../kept/edition';
import { useJobId, useVaultPath } from '../../../map/paths';
import { forgetSession } from '../../../session/stored-session';
import { adeleWasHere } from '../../../testing/adele';
import { mount } from '../../../testing/mount';
import { onlyLackOf } from '../progress/journey-steps';
import { someRestore } from '../../../testing/restore';
import ProtectionStep from './protection.blade';

beforeEach(adeleWasHere);
afterEach(forgetSession);

const SUBSCRIPTION = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const GROUP = `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg/providers`;

const restore: Restore = {
  ...someRestore,
  machineId: { state: 'known', value: `${GROUP}/Microsoft.Compute/virtualMachines/VM1back` },
  protection: {
    state: 'known',
    value: {
      ruleId: 'protected-by-another-vault',
      elsewhere: `${GROUP}/Microsoft.RecoveryServices/vaults/CentralVault`,
      newestPoint: null,
      jobId: null,
    },
  },
  steps: [{ step: 'protection', state: 'blocked', reason: 'protected-elsewhere', needs: [], command: null }],
  next: { kind: 'stuck', step: 'protection' },
};

/** The restore is known before the blade is looked at. */
function Known() {
  const client = useQueryClient();
  const key = restoreQuery(useVaultPath(), useJobId(), useEdition()).queryKey;
  useState(() => client.setQueryData(key, restore));
  return <ProtectionStep />;
}

test('a machine that another vault backs up is told with that vault, and with the way to its item there', () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  mount(<Known />, {
    client,
    path: '/vaults/:subscriptionId/:resourceGroup/:vaultName/restores/:jobId/protection',
    address: `/vaults/${SUBSCRIPTION}/rg/v/restores/${restore.jobId}/protection`,
  });
  expect(screen.getByText(/^The vault CentralVault already has VM1back among its backup items\. A policy/)).toBeDefined();
  const link = screen.getByRole('link', { name: 'Open the backup item in CentralVault' });
  expect(link.getAttribute('href')).toContain('/CentralVault/');
  expect(screen.queryByRole('button', { name: 'Protect again' })).toBeNull();
  expect(onlyLackOf(restore.steps)).toBe('protected-elsewhere');
});
