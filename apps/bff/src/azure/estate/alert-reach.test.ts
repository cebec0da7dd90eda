import { expect, it } from 'vitest';
import { reachOf } from './alert-reach';

const GROUP = '/subscriptions/s/resourceGroups/Rg';
const VAULT = `${GROUP}/providers/Microsoft.RecoveryServices/vaults/V`;
const people = `${GROUP}/providers/Microsoft.Insights/actionGroups/people`;

const rule = (more: object = {}, action: object = { actionType: 'AddActionGroups', actionGroupIds: [people.toUpperCase()] }) => ({
  name: 'rule',
  enabled: true,
  scopes: [VAULT],
  conditions: null,
  schedule: null,
  actions: [action],
  ...more,
});
const RemoveAll = { actionType: 'RemoveAllActionGroups' };
const withReceiver = { enabled: true, emailReceivers: [{ name: 'a', status: 'Enabled' }] };
const where = (field: string, operator: string, ...values: string[]) => ({ conditions: [{ field, operator, values }] });

const state = (
  rules: ReturnType<typeof rule>[],
  group: Record<string, unknown> | null = withReceiver,
  jobFailures: string | null = 'Enabled',
) => reachOf({ vaultId: VAULT, jobFailures }, rules, new Map(group === null ? [] : [[people.toLowerCase(), group]])).state;

it.each<[string, string, string]>([
  ['its subscription', 'reached', state([rule({ scopes: ['/subscriptions/S'] })])],
  ['its group', 'reached', state([rule({ scopes: [GROUP.toLowerCase()] })])],
  ['another group that begins like its own', 'nobody', state([rule({ scopes: [`${GROUP}/`.replace('/Rg/', '/R')] })])],
  ['its type', 'reached', state([rule(where('TargetResourceType', 'Equals', 'Microsoft.RecoveryServices/vaults'))])],
  ['another type', 'nobody', state([rule(where('TargetResourceType', 'Equals', 'Microsoft.Compute/virtualMachines'))])],
  ['any service but its own', 'nobody', state([rule(where('MonitorService', 'NotEquals', 'Azure Backup'))])],
  ['a part of its id', 'reached', state([rule(where('TargetResource', 'Contains', '/vaults/v'))])],
  ['a severity, which is not known before', 'unsure', state([rule(where('Severity', 'Equals', 'Sev0'))])],
])('a rule for %s: %s', (_, expected, found) => {
  expect(found).toBe(expected);
});

it('a rule tells nobody that is turned off, names a group that is, or one in which nobody is left', () => {
  expect(state([])).toBe('nobody');
  expect(state([rule({ enabled: false })])).toBe('nobody');
  expect(state([rule()], { ...withReceiver, enabled: false })).toBe('nobody');
  expect(state([rule()], { emailReceivers: [{ status: 'Disabled' }] })).toBe('nobody');
  expect(state([rule()], { smsReceivers: [] })).toBe('nobody');
  expect(state([rule()], null)).toBe('unsure');
});

it('a rule that takes groups away goes before those that add some, and at times where it has a schedule', () => {
  expect(state([rule(), rule({}, RemoveAll)])).toBe('suppressed');
  expect(state([rule({}, RemoveAll)])).toBe('suppressed');
  expect(state([rule(), rule({ schedule: { recurrences: [] } }, RemoveAll)])).toBe('unsure');
  expect(state([rule(), rule({ enabled: false }, RemoveAll)])).toBe('reached');
  expect(state([rule({ schedule: { effectiveFrom: '2026-01-01T00:00:00' } })])).toBe('unsure');
});

it('a vault that raises no alerts reaches nobody, whatever the rules', () => {
  expect(state([rule()], withReceiver, 'Disabled')).toBe('off');
  expect(state([rule()], withReceiver, null)).toBe('unsure');
});
