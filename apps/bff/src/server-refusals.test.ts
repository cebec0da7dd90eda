import { problem } from '@tresor/contracts';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { startTestAzure, type TestAzure } from './testing/open-session';
import { settingsOver, startTestServer, type TestServer } from './testing/start-test-server';

let upstream: TestAzure;
let server: TestServer;
let refusal: unknown;
let status = 409;
let answerText: string;

beforeAll(async () => {
  upstream = await startTestAzure(() => ({ status, body: refusal }));
  server = await startTestServer(settingsOver(upstream));
});

afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await upstream[Symbol.asyncDispose]();
});

beforeEach(() => {
  status = 409;
});

async function ask() {
  const headers = { authorization: `Bearer ${await upstream.authority.token()}` };
  const response = await server.call('/api/vaults/f2edfd5d-5496-4683-b94f-b3588c579009/rg/vault/items', { headers });
  answerText = await response.text();
  return problem.parse(JSON.parse(answerText));
}

it.each(Object.getOwnPropertyNames(Object.prototype))('Azure’s code %s is a code like any other', async (code) => {
  refusal = { error: { code, message: 'No.', innererror: { code } } };
  expect(await ask()).toMatchObject({ code: 'conflict', azureCode: code, azureMessage: 'No.' });
  status = 400;
  expect(await ask()).toMatchObject({ code: 'azure-failed', azureCode: code });
});

it('what Azure Policy forbids is no missing role', async () => {
  status = 403;
  refusal = { error: { code: 'RequestDisallowedByPolicy', message: "Resource 'a' was disallowed by policy." } };
  expect(await ask()).toMatchObject({ code: 'disallowed-by-policy', azureMessage: "Resource 'a' was disallowed by policy." });
});

it('a policy is named also where the organization has words of its own for it', async () => {
  status = 403;
  const message = "Resource 'a' was disallowed by policy. Reasons: 'Only in Europe.'. See error details for policy resource IDs.";
  const info = { policyAssignmentDisplayName: 'Allowed locations', policyDefinitionDisplayName: 'Locations', policyAssignmentName: 'a1b2' };
  refusal = { error: { code: 'RequestDisallowedByPolicy', message, additionalInfo: [{ type: 'PolicyViolation', info }] } };
  expect(await ask()).toMatchObject({ azureMessage: `${message} (Azure Policy: Allowed locations)` });
  const named = `Resource 'a' was disallowed by policy. Policy identifiers: '[{"policyAssignment":{"name":"Allowed locations"}}]'.`;
  refusal = { error: { code: 'RequestDisallowedByPolicy', message: named, additionalInfo: [{ type: 'PolicyViolation', info }] } };
  expect(await ask()).toMatchObject({ azureMessage: named });
});

it.each([
  ['OperationNotAllowed', 'Operation could not be completed as it results in exceeding approved Total Regional Cores quota.'],
  ['SkuNotAvailable', "The requested VM size for resource 'a' is currently not available in location 'westeurope'."],
  ['SubnetIsFull', 'Subnet a with address prefix 10.0.0.0/24 does not have enough capacity for 1 IP addresses.'],
  ['ReadOnlyDisabledSubscription', "The subscription 'a' is disabled and therefore marked as read only."],
])('what a quota, a size or a state stands against is not called work that Azure is at (%s)', async (code, message) => {
  refusal = { error: { code, message } };
  expect(await ask()).toMatchObject({ code: 'not-as-it-is', azureCode: code, azureMessage: message });
});

it('a throttle is one by whatever code it is told', async () => {
  status = 429;
  refusal = {
    error: { code: 'OperationNotAllowed', message: 'The server rejected the request because too many requests have been received.' },
  };
  expect(await ask()).toMatchObject({ code: 'azure-throttled' });
});

it('what Azure itself does not allow is no missing role either', async () => {
  status = 403;
  const message = "Resource 'a' was disallowed by Azure: The selected region is currently not accepting new customers.";
  refusal = { error: { code: 'RequestDisallowedByAzure', message } };
  expect(await ask()).toMatchObject({ code: 'disallowed-by-azure', azureMessage: message });
});

it.each([
  ['is longer than any word', 'A'.repeat(100_000)],
  ['is no word', '<img src=x onerror=alert(1)>'],
  ['breaks the line', 'Conflict\n{"level":50}'],
  ['is a token', 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhZGEifQ.c2lnbmF0dXJl'],
])('a code that %s reaches neither answer nor log', async (_what, code) => {
  refusal = { error: { code, message: 'No.', innererror: { code } } };
  expect(await ask()).toMatchObject({ code: 'conflict', azureMessage: 'No.' });
  expect(answerText).not.toContain(code.slice(0, 40));
  expect(server.log()).not.toContain(code.slice(0, 40));
});
