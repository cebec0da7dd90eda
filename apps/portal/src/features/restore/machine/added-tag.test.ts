import { expect, test } from 'vitest';
import { tagFault } from '../../../azure/tags/added-tag';
import { tagMessages as messages } from '../../../azure/tags/messages';
import { machineOf } from './machine-of';

const faultOf = (name: string, value = 'x') => {
  const row = { name, value };
  return tagFault([{ name: 'Owner', value: '' }, row], row);
};

test.each([
  ['', messages.tagNameMissing],
  ['a/b', messages.tagCharacters],
  ['Windows-update', messages.tagReserved],
  ['tresor-restore', messages.tagReserved],
  ['n'.repeat(513), messages.tagTooLong],
  ['owner', messages.tagTwice],
  ['cost-center', undefined],
])('a tag called %j is judged as Azure does', (name, fault) => {
  expect(faultOf(name)).toBe(fault);
});

test('a value has its length, too, and an empty row says nothing', () => {
  expect(faultOf('cost-center', 'v'.repeat(257))).toBe(messages.tagTooLong);
  expect(faultOf('', '')).toBeUndefined();
});

test('a machine is made with the tags that are filled in, and is not while one has no name', () => {
  const form = { name: 'VM1', group: 'RG', size: 'Standard_A2', subnetId: '/subnet', publicIp: false };
  const blank = { name: '', value: '' };
  const owner = { name: 'owner', value: 'adele' };
  expect(machineOf({ ...form, addedTags: [blank] })).toEqual(form);
  expect(machineOf({ ...form, addedTags: [owner, blank] })).toEqual({ ...form, addedTags: [owner] });
  expect(machineOf({ ...form, addedTags: [{ name: '', value: 'adele' }] })).toBeNull();
});
