import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { faultOf } from './read-json';

it.each(['{"a":1,"a":1}', '[{"a":{"b":1},"a":2}]', String.raw`{"a":1,"\u0061":1}`, '{"a" : 1 , "a"\n:2}', '{"__proto__":1,"__proto__":2}'])(
  '%s says something twice',
  (text) => {
    expect(faultOf(text)).toBe('says-twice');
  },
);

it.each(['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', '{"a":"a","b":":\\"a\\":"}', '["a","a"]', '"a"', '1', '{}'])(
  '%s says nothing twice',
  (text) => {
    expect(faultOf(text)).toBeUndefined();
  },
);

it.each([
  ['[', ']'],
  ['{"a":', '}'],
])('what is nested in more than sixteen levels of %s is not taken', (before, after) => {
  const nested = (levels: number) => `${before.repeat(levels)}1${after.repeat(levels)}`;
  expect([faultOf(nested(16)), faultOf(nested(17)), faultOf(nested(30_000))]).toEqual([undefined, 'too-deep', 'too-deep']);
  // Beside each other they are as many as one likes.
  expect(faultOf(`[${`${nested(10)},`.repeat(50)}1]`)).toBeUndefined();
});

it('nothing that was written by JSON.stringify says something twice, and anything does once a name is repeated', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(faultOf(JSON.stringify(value, null, 1))).toBeUndefined();
    }),
    { seed: 1 },
  );
  assert(
    property(string(), dictionary(string(), jsonValue()), (name, rest) => {
      const inner = JSON.stringify({ ...rest, [name]: 1 });
      expect(faultOf(`${inner.slice(0, -1)},${JSON.stringify(name)}:2}`)).toBe('says-twice');
    }),
    { seed: 1 },
  );
});
