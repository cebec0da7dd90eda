import { expect, it } from 'vitest';
import { endingMachineOf, type Change } from '../../testing/ending-machine';
import { countClasses, endingRows, inPlan } from './ending-rows';

const NOW = Date.parse('2026-11-27T19:00:00Z');

const plain: Change['machine'] = { encryption: { kind: 'none', pass: null, keyVaultIds: [] } };
const machines = [
  endingMachineOf('big', { totalGiB: 4096 }),
  endingMachineOf('rebuilt', { totalGiB: 30, machine: { osType: 'Linux' } }),
  endingMachineOf('small', { totalGiB: 30 }),
  endingMachineOf('moved', { machine: { ...plain, encryptionAtHost: true } }),
  endingMachineOf('plain', { machine: plain }),
];

it('the plan begins with the least data, and takes what has to be rebuilt last', () => {
  const rows = endingRows(machines, NOW, 1);
  expect(inPlan(rows, NOW, 1).map(({ machine: { name } }) => name)).toEqual(['small', 'big', 'rebuilt']);
  expect(new Date(rows[2]?.planned?.week ?? 0).toISOString()).toBe('2026-11-30T00:00:00.000Z');
  expect(rows[3]?.planned).toBeNull();
});

it('each class is counted, those without a machine too', () => {
  expect(Object.fromEntries(countClasses(endingRows(machines, NOW, 1)).map((one) => [one.class, one.count]))).toEqual({
    rebuild: 1,
    movable: 2,
    untold: 0,
    'at-host': 1,
    'not-affected': 1,
  });
});

it('machines that have their turn too late are told apart', () => {
  const rows = endingRows(machines, Date.parse('2028-09-01T00:00:00Z'), 1);
  expect(rows.map(({ planned }) => planned?.inTime)).toEqual([false, false, true, undefined, undefined]);
});

it('only the points of machines that the end concerns are judged', () => {
  const points = { newest: '2026-11-20T00:00:00Z', retention: { kind: 'policy', days: 3660 } } as const;
  const [concerned, other] = endingRows([endingMachineOf('a', { points }), endingMachineOf('b', { points, machine: plain })], NOW, 1);
  expect(concerned?.pointsAtEnd?.state).toBe('outlast');
  expect(other?.pointsAtEnd).toBeNull();
});
