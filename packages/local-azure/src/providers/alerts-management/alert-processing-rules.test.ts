import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID, TEST_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { openCompany, type Company } from '../../testing/backup-company';
import { at, list } from '../../world/json';

let company: Company;
let call: Caller;
let guest: Caller;

beforeAll(async () => {
  company = await openCompany();
  call = await callerFor(company, 'Adele', '2021-08-08');
  guest = await callerFor(company, 'Lee', '2021-08-08');
});
afterAll(() => company.stop());

const group = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}/resourceGroups/NorthRG/providers`;
const rule = `${group}/Microsoft.AlertsManagement/actionRules/notify`;
const people = `${group}/Microsoft.Insights/actionGroups/people`;
const codeOf = ({ status, body }: { status: number; body: unknown }) => [status, at(body, 'error', 'code')];

const addPeople = { actionType: 'AddActionGroups', actionGroupIds: [people] };
const putRule = (properties: object) => call('PUT', rule, { location: 'Global', properties });
const putPeople = (properties: object) => call('PUT', people, { location: 'Global', properties });
const scopes = [`/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`];

describe('Alerts', () => {
  test('reach a group with a short name and addresses, which are told until they unsubscribe', async () => {
    const emailReceivers = [{ name: 'Adele', emailAddress: 'adele.vance@contoso.example' }];
    const made = await putPeople({ groupShortName: 'people', enabled: true, emailReceivers });
    expect(made.status).toBe(201);
    expect(made.body['properties']).toMatchObject({
      groupShortName: 'people',
      enabled: true,
      emailReceivers: [{ name: 'Adele', status: 'Enabled', useCommonAlertSchema: false }],
      smsReceivers: [],
    });
    expect(codeOf(await putPeople({ groupShortName: 'longer than twelve' }))).toEqual([400, 'BadRequest']);
    expect(codeOf(await putPeople({ groupShortName: 'p', emailReceivers: [{ name: 'x', emailAddress: 'nowhere' }] }))).toEqual([
      400,
      'BadRequest',
    ]);
  });

  test('are routed by a rule with scopes of its own subscription and one action, which can be turned off', async () => {
    expect((await putRule({ scopes, actions: [addPeople] })).body).toMatchObject({
      location: 'Global',
      properties: { enabled: true, scopes, actions: [addPeople] },
    });
    const off = await call('PATCH', rule, { properties: { enabled: false } });
    expect(off.body['properties']).toMatchObject({ enabled: false, scopes });
    const found = await call('GET', `${group}/Microsoft.AlertsManagement/actionRules`);
    expect(list(found.body['value']).map((one) => at(one, 'name'))).toContain('notify');
    expect(codeOf(await guest('GET', rule))[0]).toBe(403);
    expect((await call('DELETE', rule)).status).toBe(200);
    expect(codeOf(await call('GET', rule))).toEqual([404, 'ResourceNotFound']);
  });

  test.each([
    ['no scope', { scopes: [], actions: [addPeople] }],
    ['a scope elsewhere', { scopes: [`/subscriptions/${TEST_SUBSCRIPTION_ID}`], actions: [addPeople] }],
    ['no action', { scopes, actions: [] }],
    ['an action that does not exist', { scopes, actions: [{ actionType: 'Shout' }] }],
    ['nobody to be told', { scopes, actions: [{ actionType: 'AddActionGroups', actionGroupIds: [] }] }],
  ])('are routed by no rule with %s', async (_, properties) => {
    expect(codeOf(await putRule(properties))).toEqual([400, 'BadRequest']);
  });
});
