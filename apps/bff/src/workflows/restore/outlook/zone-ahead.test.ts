import { expect, it } from 'vitest';
import { zoneAhead } from './zone-ahead';

const there = (zone: string | null) => ({ standing: 'there' as const, zone });
const gone = { standing: 'gone' as const, zone: null };
const disks = { areDisks: true, isPaired: false };

it.each([
  ['of the point, before all', { ...disks, ofPoint: '1', machine: there('2') }, '1'],
  ['of the standing machine', { ...disks, ofPoint: null, machine: there('2') }, '2'],
  ['none where the standing machine is in none', { ...disks, ofPoint: null, machine: there(null) }, null],
  ['not known where nobody tells it', { ...disks, ofPoint: null, machine: gone }, undefined],
  ['none for files in a storage account', { ...disks, areDisks: false, ofPoint: '1', machine: there('1') }, null],
  ['none in the paired region, whose zones are others', { ...disks, isPaired: true, ofPoint: '1', machine: gone }, null],
])('the zone of restored disks is that %s', (_which, facts, zone) => {
  expect(zoneAhead(facts)).toBe(zone);
});
