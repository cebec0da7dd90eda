import { recoveryPoint, type RecoveryMoment, type RecoveryPoint } from '@tresor/contracts';
import { expect, it } from 'vitest';
import { pickPoint } from './choose-point';

const point = (id: string, day: number, threat: RecoveryPoint['threat'], state: RecoveryPoint['verdict']['state'] = 'restorable') =>
  recoveryPoint.parse({
    id,
    time: `2017-01-${String(day)}T02:00:00.000Z`,
    consistency: 'application',
    tiers: ['vault'],
    expires: null,
    encrypted: true,
    pass: 'single',
    managedDisks: true,
    osType: 'Windows',
    vmSize: null,
    threat,
    excludedDisks: [],
    threats: [],
    keyChain: null,
    pairedRegion: null,
    verdict: { state, reasons: [] },
  });

const judged: string[] = [];
function judge(one: RecoveryPoint) {
  judged.push(one.id);
  return Promise.resolve({ point: one });
}
const pick = (points: RecoveryPoint[], moment: RecoveryMoment) => pickPoint({ points, judge }, moment);
const idOf = async (points: RecoveryPoint[], moment: RecoveryMoment) => (await pick(points, moment)).chosen?.point.id;

it('older points are not looked at once one can be taken', async () => {
  const points = [point('4', 18, null, 'blocked'), point('3', 17, null), point('2', 16, null), point('1', 15, null)];
  judged.length = 0;
  expect(await idOf(points, { kind: 'newest' })).toBe('3');
  expect(judged).toEqual(['4', '3']);
});

it('the newest is taken though its keys have to come back first, and none of which nothing can be made', async () => {
  const points = [point('4', 18, null, 'blocked'), point('3', 17, null, 'needs-keys'), point('2', 16, null)];
  expect(await idOf(points, { kind: 'newest' })).toBe('3');
});

it('before a moment the newest that is not younger', async () => {
  const points = [point('3', 18, null), point('2', 17, null), point('1', 16, null)];
  expect(await idOf(points, { kind: 'before', time: '2017-01-17T02:00:00.000Z' })).toBe('2');
  expect(await idOf(points, { kind: 'before', time: '2017-01-01T02:00:00.000Z' })).toBeUndefined();
});

it('what a threat was found in is passed over where that is asked for, and told otherwise', async () => {
  const points = [point('3', 18, 'suspicious'), point('2', 17, 'suspicious'), point('1', 16, 'none')];
  expect(await idOf(points, { kind: 'unsuspicious' })).toBe('1');
  expect(await pick(points, { kind: 'newest' })).toMatchObject({ chosen: { point: { id: '3' } }, hasSuspicious: true });
});

it('what nobody scanned counts as sound only where nothing was scanned and found sound', async () => {
  expect(await idOf([point('3', 18, 'suspicious'), point('2', 17, null), point('1', 16, 'none')], { kind: 'unsuspicious' })).toBe('1');
  expect(await idOf([point('3', 18, 'suspicious'), point('2', 17, null)], { kind: 'unsuspicious' })).toBe('2');
  expect(await idOf([point('3', 18, 'suspicious')], { kind: 'unsuspicious' })).toBeUndefined();
});
