// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react';
import { type RestoreOutlook, type StepOutlook } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { subscriptionsQuery } from '../../../api/queries';
import { restoreOutlookQuery } from '../../../api/restore-queries';
import { emptyRestoreDraft, type RestoreDraft } from '../../../kept/item-drafts';
import { lacking } from '../../../testing/lacking';
import { knownOnly, mount } from '../../../testing/mount';
import { armId, itemOf, SUBSCRIPTION } from '../../../testing/places';
import { Outlook } from './outlook';

const path = itemOf('VM1');
const open: StepOutlook = { step: 'disks', state: 'open', missing: [], needs: [], ruleId: null, policies: [] };

function show(
  outlook: Pick<RestoreOutlook, 'steps' | 'unseen'> & Partial<RestoreOutlook>,
  customerTenantId: string | null = null,
  draft: RestoreDraft = emptyRestoreDraft,
) {
  const client = knownOnly();
  client.setQueryData(subscriptionsQuery().queryKey, [
    { subscriptionId: SUBSCRIPTION, name: 'Production', state: 'Enabled', customerTenantId },
  ]);
  const { point, configuration } = draft;
  client.setQueryData(restoreOutlookQuery(path, '2017-01', { recoveryPointId: point?.id, configuration }).queryKey, {
    recoveryPointId: '1',
    unusable: [],
    isReadOnly: false,
    suspicion: null,
    size: null,
    ...outlook,
  });
  mount(<Outlook path={path} draft={draft} />, { client });
}

test('what was found in a point is told with its moment, and which point to take instead', () => {
  const since = '2026-11-23T20:00:00.000Z';
  const threats = [{ title: 'Ransomware indicators detected', description: null, severity: 'High', state: 'Active', since }];
  show({ steps: [open], unseen: [], suspicion: { threats, newestClean: '2026-11-22T02:00:00.000Z' } });
  expect(screen.getByRole('listitem').textContent).toMatch(/^Ransomware indicators detected \(severity: high, since .*2026.*\)$/);
  expect(screen.getByText(/newest usable point without a reported threat is from .*2026/)).toBeDefined();
});

test('what a policy forbids is told with its name, where it is assigned and who can change it', () => {
  const scope = '/providers/Microsoft.Management/managementGroups/contoso';
  show({ steps: [open, { ...open, step: 'machine', state: 'disallowed', policies: [{ name: 'Allowed locations', scope }] }], unseen: [] });
  expect(screen.getByRole('listitem').textContent).toBe('Create virtual machine: “Allowed locations”, assigned at: contoso');
  expect(screen.getByText(/can change it or create an exemption/)).toBeDefined();
  expect(screen.queryByText(/every step up to the running virtual machine/)).toBeNull();
});

test('where the subscription is disabled nothing else is said', () => {
  show({ steps: [open], unseen: [], isReadOnly: true });
  expect(screen.getByText(/^The subscription is disabled/)).toBeDefined();
  expect(screen.queryByText(/^As far as Tresor can see/)).toBeNull();
});

test('who cannot see what policies forbid is told so, once, where nothing else is in the way', () => {
  show({ steps: [open], unseen: ['policies'] });
  expect(screen.getByText(/^As far as Tresor can see/)).toBeDefined();
  expect(screen.getByText(/^You can’t see whether policies/)).toBeDefined();
});

test('a size that is short where the disks will be is told beforehand, with what is proposed in its place', () => {
  show({ steps: [open], unseen: [], size: { old: 'Standard_DS2_v2', other: 'Standard_DS3_v2', zone: '2' } });
  expect(
    screen.getByText(/doesn’t offer Standard_DS2_v2 to the subscription in zone 2 of this region\. Standard_DS3_v2 will be proposed/),
  ).toBeDefined();
});

test('where there is none like it, or nobody knows the zone yet, that is told', () => {
  show({ steps: [open], unseen: [], size: { old: 'Standard_DS2_v2', other: null, zone: null } });
  expect(screen.getByText(/in this region, and no other size has/)).toBeDefined();
  cleanup();
  show({ steps: [open], unseen: ['zone'] });
  expect(screen.getByText(/In which zone the disks will be isn’t known yet/)).toBeDefined();
});

test('where a customer has delegated the subscription, nobody is told to get a right to the customer’s keys', () => {
  const keyVaultId = armId('Microsoft.KeyVault/vaults', 'FabrikamKV');
  const keys: StepOutlook = { ...open, step: 'keys', state: 'hidden', needs: [{ right: 'read-keys', at: [keyVaultId] }] };
  show({ steps: [open, keys], unseen: [] }, 'fabrikam');
  expect(screen.getByRole('listitem').textContent).toMatch(/You need the customer’s help with FabrikamKV \(.* whatever role you have\)\.$/);
});

test('a right that no delegation can hold is left to the customer; in one’s own subscription its role is named', () => {
  const change = { roles: ['Key Vault Administrator'], delegable: { roles: [], never: ['secrets/set'] } };
  const missing = [lacking(armId('Microsoft.KeyVault/vaults', 'FabrikamKV'), change)];
  const keys: StepOutlook = { ...open, step: 'keys', state: 'barred', missing };
  show({ steps: [open, keys], unseen: [] }, 'fabrikam');
  expect(screen.getByRole('listitem').textContent).toMatch(/: Only the customer can do this: .* “FabrikamKV” \(secrets\/set\)\.$/);
  cleanup();
  show({ steps: [open, keys], unseen: [] });
  expect(screen.getByRole('listitem').textContent).toMatch(/The smallest role that includes it: Key Vault Administrator\.$/);
});

test.each(['pass-firewall', 'pass-storage-firewall'] as const)(
  '%s: no firewall of a customer is to be opened for what stays unread',
  (right) => {
    const at: [string] = [armId('Microsoft.KeyVault/vaults', 'FabrikamKV')];
    const keys: StepOutlook = { ...open, step: 'keys', state: 'hidden', needs: [{ right, at }] };
    show({ steps: [open, keys], unseen: [] }, 'fabrikam');
    expect(screen.getByRole('listitem').textContent).toMatch(/the customer’s help with .*FabrikamKV \(/);
    expect(screen.queryByText(/an opening in the firewall/)).toBeNull();
  },
);

const ruledOut = { steps: [], unseen: [], recoveryPointId: null };
const told = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

test('where every point is ruled out nobody is told to select another one, but what can bring a usable one', () => {
  show({ ...ruledOut, unusable: ['key-not-there'] });
  expect(screen.getByText(/^No virtual machine can be created from any of the restore points now\. About the newest one:/)).toBeDefined();
  expect(told()).toEqual([
    'The key (KEK) from that time is no longer in the key vault.',
    'This point’s backup doesn’t hold everything that’s missing.',
    'No other restore point can be used either.',
    'If the virtual machine still exists, a new backup can bring a usable one.',
  ]);
});

test('where they are deleted, undeleting comes first: nobody knows yet what becomes of the others', () => {
  show({ ...ruledOut, unusable: ['item-deleted', 'snapshot-only-after-key-rotation'] });
  expect(told().slice(2)).toEqual(['Undelete it first.']);
});

test('where the point that was selected is ruled out, others may not be: it says so of that one alone', () => {
  const point = { id: '1', time: '2017-01-18T22:00:00.000Z', encrypted: true, managedDisks: true, pairedRegion: null };
  show({ ...ruledOut, unusable: ['key-not-there'] }, null, { ...emptyRestoreDraft, point });
  expect(screen.getByText(/^No virtual machine can be created from the selected restore point now:/)).toBeDefined();
  expect(told().at(-1)).toBe('Select another point.');
});

test('where the point that was selected is gone, it is not said that there is none', () => {
  const point = { id: '1', time: '2017-01-18T22:00:00.000Z', encrypted: true, managedDisks: true, pairedRegion: null };
  show({ ...ruledOut, unusable: [] }, null, { ...emptyRestoreDraft, point });
  expect(screen.getByText('The selected restore point no longer exists. Select another one.')).toBeDefined();
  expect(screen.queryByText('There’s no restore point.')).toBeNull();
});
