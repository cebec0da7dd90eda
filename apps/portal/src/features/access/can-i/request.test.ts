import type { StepRights } from '@tresor/contracts';
import { expect, test } from 'vitest';
import { isResourceGroupName, isSubscriptionId, isVaultName } from '../../../api/known-ids';
import { requestFor } from './request';
import { lacking } from '../../../testing/lacking';

const subscriptionId = 'f2edfd5d-5496-4683-b94f-b3588c579009';
const [resourceGroup, vaultName] = ['OperationsRG', 'OperationsVault'];
if (!isSubscriptionId(subscriptionId) || !isResourceGroupName(resourceGroup) || !isVaultName(vaultName)) throw new Error('No such vault.');
const path = { subscriptionId, resourceGroup, vaultName };
const subscription = `/subscriptions/${subscriptionId}`;
const megan = { name: 'Megan Bowen', username: 'megan.bowen@contoso.example' };

test('a letter asks for what is missing, and not again for what was given a moment ago', () => {
  const missing = [
    lacking(`${subscription}/resourceGroups/OperationsRG`, { roles: ['Backup Operator'], takesEffectBy: '2026-11-27T09:10:00.000Z' }),
    lacking(subscription),
  ];
  const rights: StepRights = { step: 'back-up-now', needs: [], missing };
  const { words, cli, powerShell } = requestFor(path, rights, megan, ({ roles }) => ({ roles, never: [], isDelegated: false }));
  for (const text of [words.de, words.en, cli, powerShell]) {
    expect(text).toContain('Reader');
    expect(text).not.toContain('Backup Operator');
  }
});
