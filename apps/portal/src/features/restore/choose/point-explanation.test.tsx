// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { recoveryPoint, type VerdictReason } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../../api/queries';
import { knownOnly, mount } from '../../../testing/mount';
import { itemOf, SUBSCRIPTION } from '../../../testing/places';
import { VERDICT_REASONS } from '../../../words/verdict-words';
import { PointExplanation } from './point-explanation';

const path = itemOf('VM1');

function explain(reason: VerdictReason, customerTenantId: string | null) {
  const client = knownOnly();
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: SUBSCRIPTION, name: 'Fabrikam Production', state: 'Enabled', customerTenantId },
  ]);
  const point = recoveryPoint.parse({
    id: '1',
    time: '2026-11-27T09:00:00.000Z',
    consistency: 'application',
    tiers: ['vault'],
    expires: null,
    osType: 'Windows',
    encrypted: true,
    pass: 'single',
    managedDisks: true,
    vmSize: null,
    keyChain: null,
    pairedRegion: null,
    threat: null,
    excludedDisks: [],
    threats: [],
    verdict: { state: 'unknown', reasons: [reason] },
  });
  const address = `/${path.subscriptionId}/rg/vault/VmRG/VM1`;
  const { container } = mount(<PointExplanation point={point} />, {
    client,
    address,
    path: '/:subscriptionId/:resourceGroup/:vaultName/:vmGroup/:vmName',
  });
  return container.textContent;
}

test('of keys that cannot be seen, only the own company is asked for a right; a customer is asked to look', () => {
  expect(explain('key-vault-unreadable', null)).toContain('Ask for read access to keys and secrets.');
  cleanup();
  expect(explain('key-vault-unreadable', 'fabrikam')).toMatch(
    /^You can’t read the key vault, .* whatever role you have\. Ask the customer to look\./,
  );
  expect(screen.queryByText(/Ask for read access/)).toBeNull();
});

test.each(['key-vault-missing', 'secret-not-there', 'key-disabled'] as const)(
  '%s: nobody is told to put back what only the customer can',
  (reason) => {
    expect(explain(reason, 'fabrikam')).toContain('Only the customer can put them back.');
    expect(screen.queryByText(/in the step “Key and secret”/)).toBeNull();
  },
);

test('in a subscription of a customer no reason leads to a key that no role there reaches', () => {
  for (const [reason] of VERDICT_REASONS) {
    // These are made good at the key vault itself, by roles that can be delegated.
    if (reason === 'key-vault-deleted' || reason === 'key-vault-not-enabled') continue;
    const said = explain(reason, 'fabrikam');
    cleanup();
    expect(said).not.toMatch(/in the step “Key and secret”|[Rr]ead access|Ask for/);
  }
});
