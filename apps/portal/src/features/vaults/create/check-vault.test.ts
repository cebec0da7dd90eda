import { vaultSummary, type VaultPlaces } from '@tresor/contracts';
import { describe, expect, test } from 'vitest';
import type { NewVaultDraft } from '../../../kept/new-vault-draft';
import { fullRegionOf, groupFaultOf, nameFaultOf, whyNotCreate } from './check-vault';
import { messages, nameFaults } from '../setup/messages';
import { english, german } from '../../../testing/texts';

const places: VaultPlaces = {
  resourceGroups: [{ name: 'IgniteRG', location: 'westeurope' }],
  regions: [{ name: 'westeurope', displayName: 'West Europe', unprotectedMachines: 3 }],
};
const whole: NewVaultDraft = {
  name: 'NewVault',
  subscriptionId: 'sub',
  isNewGroup: false,
  group: 'IgniteRG',
  newGroup: '',
  location: 'westeurope',
  replication: 'GeoRedundant',
  softDelete: 'Enabled',
  intentId: null,
};
const why = (change: Partial<NewVaultDraft>) => whyNotCreate({ ...whole, ...change }, [], { data: places, error: null });

const vaultIn = (subscriptionId: string, location: string) => (_: unknown, index: number) =>
  vaultSummary.parse({
    id: `/subscriptions/${subscriptionId}/resourceGroups/RG/providers/Microsoft.RecoveryServices/vaults/Vault${index}`,
    name: `Vault${index}`,
    resourceGroup: 'RG',
    subscriptionId,
    location,
    crossRegionRestore: false,
  });

describe('the form of a new vault', () => {
  test('says what is still missing, from top to bottom', () => {
    expect(why({})).toBeUndefined();
    expect(why({ name: '', group: '' })).toBe(messages.needsName);
    expect(why({ subscriptionId: '' })).toBe(messages.needsSubscription);
    expect(why({ group: '', location: '' })).toBe(messages.needsGroup);
    expect(why({ isNewGroup: true })).toBe(messages.needsGroup);
    expect(why({ location: '' })).toBe(messages.needsLocation);
  });

  test('judges the name while it is typed, and says nothing before', () => {
    expect(nameFaultOf({ ...whole, name: '' }, [])).toBeUndefined();
    expect(nameFaultOf({ ...whole, name: 'Süd' }, [])).toBe(nameFaults.character);
    expect(nameFaultOf({ ...whole, name: '1' }, [])).toBe(nameFaults['letter-first']);
  });

  test('names the field at fault, which may be out of sight where the button says why it waits', () => {
    for (const fault of Object.values(nameFaults)) {
      expect(german(fault)).toMatch(/^Der Name /);
      expect(english(fault)).toMatch(/^The name /);
    }
  });

  test('does not take a resource group for new that is there', () => {
    expect(groupFaultOf({ ...whole, isNewGroup: true, newGroup: 'igniterg' }, places)).toBe(messages.groupTaken);
    expect(groupFaultOf({ ...whole, isNewGroup: true, newGroup: 'x.' }, places)).toBe(messages.groupFault);
    expect(groupFaultOf({ ...whole, isNewGroup: true, newGroup: 'BackupRG' }, places)).toBeUndefined();
  });

  test('knows when a region takes no other vault of the subscription', () => {
    const [mine, other] = ['f2edfd5d-5496-4683-b94f-b3588c579009', '0c7a52be-41f9-4d18-a6c2-93be5d20e7f4'];
    const draft = { ...whole, subscriptionId: mine };
    const there = Array.from({ length: 25 }, vaultIn(mine, 'WestEurope'));
    expect(fullRegionOf(draft, there, '2017-01')).toBe(25);
    expect(fullRegionOf(draft, there, 'current')).toBeUndefined();
    const elsewhere = [...there.slice(1), vaultIn(mine, 'northeurope')(null, 1), vaultIn(other, 'westeurope')(null, 1)];
    expect(fullRegionOf(draft, elsewhere, '2017-01')).toBeUndefined();
  });
});

test('places that could not be read are not called loading', () => {
  expect(whyNotCreate(whole, [], { error: null })?.en).toBe('Still loading.');
  expect(whyNotCreate(whole, [], { error: new Error('forbidden') })?.en).toContain('Choose “Refresh”');
});
