import { assert, dictionary, jsonValue, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { saysTwice } from './read-json';

it.each(['{"a":1,"a":1}', '[{"a":{"b":1},"a":2}]', String.raw`{"a":1,"\u0061":1}`, '{"a" : 1 , "a"\n:2}', '{"__proto__":1,"__proto__":2}'])(
  '%s says something twice',
  (text) => {
    expect(saysTwice(text)).toBe(true);
  },
);

it.each(['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', '{"a":"a","b":":\\"a\\":"}', '["a","a"]', '"a"', '1', '{}'])(
  '%s says nothing twice',
  (text) => {
    expect(saysTwice(text)).toBe(false);
  },
);

it('nothing that was written by JSON.stringify says something twice, and anything does once a name is repeated', () => {
  assert(
    property(jsonValue(), (value) => {
      expect(saysTwice(JSON.stringify(value, null, 1))).toBe(false);
    }),
    { seed: 1 },
  );
  assert(
    property(string(), dictionary(string(), jsonValue()), (name, rest) => {
      const inner = JSON.stringify({ ...rest, [name]: 1 });
      expect(saysTwice(`${inner.slice(0, -1)},${JSON.stringify(name)}:2}`)).toBe(true);
    }),
    { seed: 1 },
  );
});
