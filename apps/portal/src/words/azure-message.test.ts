import { expect, test } from 'vitest';
import { english, german } from '../testing/texts';
import { briefMessage, readAzureMessage } from './azure-message';

const SUBSCRIPTION = '/subscriptions/f2edfd5d-5496-4683-b94f-b3588c579009';
const assignment = (name: string, scope: string, definition: string) => ({
  policyAssignment: { name, id: `${scope}/providers/Microsoft.Authorization/policyAssignments/0c7a52be` },
  policyDefinition: { name: definition, id: '/providers/Microsoft.Authorization/policyDefinitions/e56962a6', version: '1.0.0' },
});
const refusal = (...identifiers: object[]) =>
  `Resource 'nic' was disallowed by policy. Policy identifiers: '${JSON.stringify(identifiers)}'.`;

test('a refusal by policies is a sentence, and the policies by name and place', () => {
  const message = refusal(
    assignment('Only in "Europe"', SUBSCRIPTION, 'Allowed locations'),
    assignment('Cost center', `${SUBSCRIPTION}/resourceGroups/RestoreRG`, 'Cost center'),
  );
  expect(readAzureMessage(message)).toEqual({
    sentence: "Resource 'nic' was disallowed by policy.",
    policies: [
      { name: 'Only in "Europe"', definition: 'Allowed locations', scope: SUBSCRIPTION },
      { name: 'Cost center', definition: 'Cost center', scope: `${SUBSCRIPTION}/resourceGroups/RestoreRG` },
    ],
    isShortened: true,
  });
  expect(briefMessage(message, english)).toBe(
    'Resource \'nic\' was disallowed by policy. Policy “Only in "Europe"” (definition: Allowed locations), assigned at: Subscription. Policy “Cost center”, assigned at: RestoreRG.',
  );
  expect(briefMessage(message, german)).toContain('Richtlinie „Cost center“, zugewiesen an: RestoreRG.');
});

test('a policy of which no more is told is called by its name', () => {
  expect(briefMessage(refusal({ policyAssignment: { name: 'Allowed locations' } }), english)).toBe(
    "Resource 'nic' was disallowed by policy. Policy “Allowed locations”.",
  );
});

test('one whose end was cut off still names what was whole', () => {
  const message = refusal(assignment('A', SUBSCRIPTION, 'First'), assignment('B', SUBSCRIPTION, 'Second')).slice(0, -160);
  const { sentence, policies } = readAzureMessage(message);
  expect(sentence).toBe("Resource 'nic' was disallowed by policy.");
  expect(policies.map(({ name }) => name)).toContain('A');
});

test('other things for programs are left out, too, and what is for people stays as it is', () => {
  expect(readAzureMessage('Deployment failed. {"error":{"code":"Conflict"}}')).toEqual({
    sentence: 'Deployment failed.',
    policies: [],
    isShortened: true,
  });
  for (const message of [
    "Resource 'store' was disallowed by policy. Reasons: 'Name who owns it.'. See error details for policy resource IDs.",
    'VM agent is unable to communicate.',
    '{"error":"nothing else"}',
    'Use {0} or [a, b].',
  ])
    expect(readAzureMessage(message)).toEqual({ sentence: message, policies: [], isShortened: false });
});
