import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { withoutPretenuring } from './no-pretenuring.mjs';

test.each([
  ['one.end = function end() { return 1; };', 'one.end = (0, function end() { return 1; });'],
  ['one.end = async () => 1;', 'one.end = (0, async () => 1);'],
  ['one.on = () => { one.end = () => 1; };', 'one.on = (0, () => { one.end = (0, () => 1); });'],
  ['one["ä"] = () => "ö"; two = () => 2;', 'one["ä"] = (0, () => "ö"); two = () => 2;'],
  ['one.end ??= () => 1; class A { end = () => 1; }', 'one.end ??= () => 1; class A { end = () => 1; }'],
])('%s', (code, written) => {
  expect(withoutPretenuring(code)).toBe(written);
});

/** Says how many of a hundred answers are left when V8 has cleared away what is new. */
const ANSWERS = `
  const answers = [];
  const answer = (sent) => {
    sent.end = () => sent;
    answers.push(new WeakRef(sent));
  };
  for (let n = 0; n < 100; n++) answer({});
  setImmediate(() => {
    gc({ type: 'minor' });
    console.log(answers.filter((sent) => sent.deref() !== undefined).length);
  });
`;

const leftOf = (code: string) => Number(execFileSync(process.execPath, ['--expose-gc', '--eval', code], { encoding: 'utf8' }));

test('what such a function knows goes with what is new', () => {
  expect(leftOf(ANSWERS)).toBe(100);
  expect(leftOf(withoutPretenuring(ANSWERS))).toBe(0);
});
