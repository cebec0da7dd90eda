import { expect, test } from 'vitest';
import { entriesIn, filterOf, searchOf } from './audit-filter';

const entries = entriesIn(new URLSearchParams());

test('what is in the address is what was typed, and the other way round', () => {
  const search = new URLSearchParams('person=Lee+Gu&command=items.stop&result=unanswered&thing=AppVM1&from=2017-01-18&until=2017-01-19');
  expect(searchOf(entriesIn(search)).toString()).toBe(search.toString());
  expect(searchOf(entries).toString()).toBe('');
  expect(searchOf({ ...entries, person: '  ', thing: ' x ' }).toString()).toBe('thing=x');
});

test('both days are counted in, from midnight to midnight by the clock of this computer', () => {
  expect(filterOf({ ...entries, from: '2017-03-26', until: '2017-03-26' })).toEqual({
    filter: { from: new Date(2017, 2, 26).toISOString(), before: new Date(2017, 2, 27).toISOString() },
  });
});

test('nothing narrows where nothing is said', () => expect(filterOf({ ...entries, person: ' ' })).toEqual({ filter: {} }));

test.each([
  ['command', 'vaults.burn'],
  ['command', 'constructor'],
  ['result', 'fine'],
  ['from', 'yesterday'],
  ['from', '2017-02-30'],
  ['until', '2017-13-01'],
])('%s=%s is named, not left out', (name, value) => expect(filterOf({ ...entries, [name]: value })).toEqual({ wrong: [value] }));
