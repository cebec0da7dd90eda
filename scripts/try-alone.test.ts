import { expect, it } from 'vitest';
import type { FailedTest } from './failed-tests.mjs';
import { tryAlone } from './try-alone.mjs';

const test = (title: string): FailedTest => ({ file: 'restore.e2e.ts', title, message: 'it was late' });
const crashed = () => Promise.resolve({ ok: false, failed: [] });
const refuse = () => Promise.reject(new Error('Nothing is to be run again.'));

it('nothing is run again where all passed, where no test is named, and where many failed', async () => {
  expect(await tryAlone({ ok: true, failed: [] }, refuse)).toEqual({ ok: true, failed: [], passedAlone: [] });
  expect(await tryAlone({ ok: false, failed: [] }, refuse)).toEqual({ ok: false, failed: [], passedAlone: [] });
  const many = ['a', 'b', 'c', 'd', 'e', 'f'].map(test);
  expect(await tryAlone({ ok: false, failed: many }, refuse)).toEqual({ ok: false, failed: many, passedAlone: [] });
});

it('what passes alone is named, and what fails again fails the run', async () => {
  const [late, broken] = [test('is late'), test('is broken')];
  const run = (failed: FailedTest[]) =>
    tryAlone({ ok: false, failed: [late, broken] }, () => Promise.resolve({ ok: failed.length === 0, failed }));
  expect(await run([])).toEqual({ ok: true, failed: [], passedAlone: [late, broken] });
  expect(await run([broken])).toEqual({ ok: false, failed: [broken], passedAlone: [late] });
});

it('a second run that ends before its tests do proves nothing', async () => {
  expect(await tryAlone({ ok: false, failed: [test('is late')] }, crashed)).toEqual({ ok: false, failed: [], passedAlone: [] });
});
