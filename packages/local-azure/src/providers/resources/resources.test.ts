import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { callerFor, type Caller } from '../../testing/arm-caller';
import { openCompany, type Company } from '../../testing/backup-company';
import { at, list, text } from '../../world/json';

let company: Company;
let adele: Caller;

beforeAll(async () => {
  company = await openCompany();
  adele = await callerFor(company, 'adele', '2021-04-01');
});
afterAll(() => company.stop());

const SUBSCRIPTION = `/subscriptions/${PRODUCTION_SUBSCRIPTION_ID}`;

const ask = (query: string, what = 'resources') => adele('GET', `${SUBSCRIPTION}/${what}?${query}`);

/** Types and names of what a filter finds. */
async function found(filter: string) {
  const { body } = await ask(`$filter=${encodeURIComponent(filter)}`);
  return list(body['value']).map((one) => `${text(at(one, 'type'))?.split('/')[1]} ${text(at(one, 'name'))}`);
}

it('resources are filtered by type, name, region, group and part of a name, together and negated', async () => {
  const machines = await found("resourceType eq 'microsoft.compute/virtualmachines'");
  expect(machines.length).toBeGreaterThan(5);
  expect(machines.every((one) => one.startsWith('virtualMachines '))).toBe(true);
  expect(await found("resourceType eq 'Microsoft.Compute/virtualMachines' and name eq 'dbvm1restore'")).toEqual([
    'virtualMachines DBVM1Restore',
  ]);
  expect(await found("resourceGroup eq 'DBVM1' and resourceType ne 'Microsoft.Compute/disks' and substringof('dbvm1re', name)")).toContain(
    'virtualMachines DBVM1Restore',
  );
  expect(await found("location eq 'nowhere'")).toEqual([]);
  expect(await found("name eq 'o''hara and name eq sons' and location eq 'westeurope'")).toEqual([]);
});

it.each([
  ["type eq 'x'", 400, 'InvalidFilterInQueryString'],
  ['((((', 400, 'InvalidFilterInQueryString'],
  ["resourceType eq 'a' and", 400, 'InvalidFilterInQueryString'],
  ["tagName eq 'a' and name eq 'b'", 400, 'InvalidFilterInQueryString'],
  ["name eq 'a' or name eq 'b'", 501, 'NotImplemented'],
  ["plan/publisher eq 'a'", 501, 'NotImplemented'],
])('a filter that is not known is refused: %s', async (filter, status, code) => {
  expect(await ask(`$filter=${encodeURIComponent(filter)}`)).toMatchObject({ status, body: { error: { code } } });
});

it('groups are filtered by tags alone', async () => {
  expect(await ask(`$filter=${encodeURIComponent("name eq 'a'")}`, 'resourcegroups')).toMatchObject({ status: 400 });
  expect((await ask(`$filter=${encodeURIComponent("tagName eq 'no such tag'")}`, 'resourcegroups')).body['value']).toEqual([]);
});

it.each(['resources', 'resourcegroups'])('a page of %s is as long as is asked for, and leads to the next', async (what) => {
  const all = list((await ask('', what)).body['value']);
  const paged: unknown[] = [];
  let next: string | undefined = `${SUBSCRIPTION}/${what}?$top=7`;
  while (next !== undefined) {
    const { body } = await adele('GET', next.replace(/&?api-version=[^&]*/, ''));
    expect(list(body['value']).length).toBeLessThanOrEqual(7);
    paged.push(...list(body['value']));
    const { pathname, search } = new URL(text(body['nextLink']) ?? 'https://nowhere/');
    next = body['nextLink'] === undefined ? undefined : pathname + search;
  }
  expect(paged.length).toBeGreaterThan(7);
  expect(paged).toEqual(all);
  for (const top of ['0', '1001', 'all', '1.5', '']) {
    expect(await ask(`$top=${top}`, what)).toMatchObject({ status: 400, body: { error: { code: 'InvalidTopInQueryString' } } });
  }
});
