import { checkResult } from '@tresor/contracts';
import { CHECK_IDS } from '@tresor/contracts/doctor';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { startContoso, type Contoso } from '../testing/start-contoso';

let contoso: Contoso;

beforeAll(async () => {
  contoso = await startContoso('greenfield');
}, 60_000);

afterAll(() => contoso[Symbol.asyncDispose]());

const message = z.object({ all: z.int(), result: checkResult });

/** What an answer streams, to its end. */
async function examinedFor(person: string) {
  const answer = await contoso.as(person, '/api/doctor');
  const data = [...(await answer.text()).matchAll(/^event: message\ndata: (.*)$/gm)].map(([, line = '']) =>
    message.parse(JSON.parse(line)),
  );
  return data.map(({ result }) => result);
}

it('a person who may assign roles is told of every check once, and no secret is among what was seen', async () => {
  const results = await examinedFor('adele');
  expect(results.map(({ check }) => check).toSorted()).toEqual([...CHECK_IDS].toSorted());
  expect(JSON.stringify(results)).not.toContain(contoso.azure.apiAppSecret);
  expect(results.filter((result) => 'unseen' in result && result.unseen !== 'local')).toEqual([]);
});

it('nobody else is', async () => {
  for (const person of ['megan', 'alex', 'lee']) {
    const answer = await contoso.as(person, '/api/doctor');
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: 'forbidden' }]);
  }
});

it('one examination is made at a time, and after it the next', async () => {
  const [first, second] = await Promise.all([contoso.as('adele', '/api/doctor'), contoso.as('adele', '/api/doctor')]);
  const refused = [first, second].filter(({ status }) => status === 429);
  expect(refused).toHaveLength(1);
  await Promise.all([first.text(), second.text()]);
  expect(await examinedFor('adele')).toHaveLength(CHECK_IDS.length);
});
