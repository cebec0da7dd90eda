import { expect, test } from 'vitest';
import { withoutLiberties } from './lenient-json';

test('A template in the form in which the command line sends it is understood', () => {
  const body = `{"properties": {"parameters": {"a": {"value": "x // y, }"}}, "mode": "Incremental", template: {
    // what to make
    "resources": [ /* nothing */ ],
  }}}`;
  expect(JSON.parse(withoutLiberties(body))).toEqual({
    properties: { parameters: { a: { value: 'x // y, }' } }, mode: 'Incremental', template: { resources: [] } },
  });
});
