import { expect, test } from 'vitest';
import { KeptResults } from './kept-results';
import { packed } from './packed-table';

let evaluations = 0;

const asking = (state: string, goesOn = false) => ({
  state: () => state,
  goesOn,
  *evaluate() {
    yield;
    evaluations += 1;
    return yield* packed(table());
  },
});

function* table() {
  yield;
  return { columns: ['id'], rows: [{ id: `row ${evaluations}` }] };
}

test('of a question that is asked again after each change, only the last answer is kept', async () => {
  const kept = new KeptResults();
  for (let state = 0; state < 50; state += 1) await kept.answer('machines', asking(`${state}`));
  expect([kept.size, evaluations]).toEqual([1, 50]);
  await kept.answer('machines', asking('49'));
  expect([kept.size, evaluations]).toEqual([1, 50]);
});

test('the pages after the first are of the same evaluation whatever has changed', async () => {
  const kept = new KeptResults();
  const first = await kept.answer('machines', asking('before'));
  expect(await kept.answer('machines', asking('after', true))).toBe(first);
  expect(await kept.answer('machines', asking('after'))).not.toBe(first);
});
