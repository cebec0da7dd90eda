import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, startLocalAzure, type LocalAzure } from '../..';
import { PRODUCTION_SUBSCRIPTION_ID } from '../../seeds/company';
import { readBack } from '../../world/json';

const MACHINES = "resources | where type =~ 'Microsoft.Compute/virtualMachines'";
const LISTS = 10;

let azure: LocalAzure;
let authorization: string;

beforeAll(async () => {
  azure = await startLocalAzure({ file: ':memory:', seed: 'large', clock: { mode: 'standing' }, throttle: false });
  const { credential } = await connect(azure, 'Adele');
  const { token } = await credential.getToken('https://management.azure.com/.default');
  authorization = `Bearer ${token}`;
});

afterAll(() => azure.stop());

interface Page {
  totalRecords: number;
  data: { id: string; power?: string }[];
}

async function ask(query: string, skip = 0): Promise<Page> {
  const answer = await fetch(`${azure.url}/providers/Microsoft.ResourceGraph/resources?api-version=2021-03-01`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: JSON.stringify({ query, subscriptions: [PRODUCTION_SUBSCRIPTION_ID], options: { $skip: skip } }),
  });
  expect(answer.status).toBe(200);
  return readBack<Page>(await answer.text());
}

test('ten different lists of ten thousand machines at once are all answered', async () => {
  const lists = Array.from({ length: LISTS }, (_, n) => ask(`${MACHINES} | extend n = ${n} | project id, name, n, properties`));
  const totals = (await Promise.all(lists)).map(({ totalRecords }) => totalRecords);
  expect(new Set(totals).size).toBe(1);
  expect(totals[0]).toBeGreaterThan(10_000);
});

test('others are answered while a long list is made', async () => {
  const state = { isMade: false };
  const list = ask(`${MACHINES} | project id, properties`).finally(() => {
    state.isMade = true;
  });
  let others = 0;
  while (!state.isMade) {
    await fetch(`${azure.url}/subscriptions?api-version=2022-12-01`, { headers: { authorization } });
    others += 1;
  }
  await list;
  // Evaluated in one go it would let in the one that was sent before, and no other.
  expect(others).toBeGreaterThan(3);
});

test('the pages of one list belong together though the world changes between them', async () => {
  const query = `${MACHINES} | project id, name, power = properties.extended.instanceView.powerState.code | order by name asc`;
  await ask(query);
  const changed = (await ask(query, 1000)).data[0];
  await fetch(`${azure.url}${changed?.id}/deallocate?api-version=2024-07-01`, { method: 'POST', headers: { authorization } });

  expect((await ask(query, 1000)).data[0]).toEqual(changed);
  await ask(query);
  expect((await ask(query, 1000)).data[0]?.power).toBe('PowerState/deallocating');
});
