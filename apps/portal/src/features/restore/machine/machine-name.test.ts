import { vmName } from '@tresor/contracts';
import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { machineNameFault } from './machine-name';

test.each([
  ['', 'Enter a name.'],
  ['Übung', 'umlauts'],
  ['DB VM', 'spaces'],
  ['-DBVM', 'Start'],
  ['.DBVM', 'Start'],
  ['DBVM.', 'period'],
  ['a'.repeat(65), '64'],
  ['vm/../x', 'letters'],
])('of the name "%s" it is said what is wrong', (name, word) => {
  expect(machineNameFault(name)?.en).toContain(word);
});

test('a name is faulty here exactly when the server refuses it', () => {
  const character = constantFrom('a', 'Z', '0', '9', '_', '-', '.', ' ', 'ü', '/');
  assert(
    property(array(character, { maxLength: 70 }), (characters) => {
      const name = characters.join('');
      return (machineNameFault(name) === undefined) === vmName.safeParse(name).success;
    }),
    { numRuns: 2_000 },
  );
});
