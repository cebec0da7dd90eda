import { assert, array, constantFrom, integer, nat, option, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ENCRYPTION_END_CLASSES } from './encryption-end';
import { copySeconds, mondayFrom, neededPerWeek, planLeaving, type LeavingMachine } from './encryption-end-plan';
import { ENCRYPTION_END_MS, pointsAtEnd } from './encryption-end-points';

const DAY = 86_400_000;
const at = (iso: string) => Date.parse(`${iso}T00:00:00Z`);

describe('a plan', () => {
  it('begins on the Monday that comes, or today where today is one', () => {
    expect(mondayFrom(at('2026-11-27'))).toBe(at('2026-11-30'));
    expect(mondayFrom(at('2026-11-30'))).toBe(at('2026-11-30'));
  });

  it('with the number that is needed a week ends in time, whatever the machines', () => {
    const machine = record({ class: constantFrom(...ENCRYPTION_END_CLASSES), totalGiB: option(nat(32_768)) });
    assert(
      property(array(machine, { maxLength: 200 }), integer({ min: at('2024-01-01'), max: at('2028-08-28') }), (some, from) => {
        const machines: LeavingMachine[] = some.map((one, id) => ({ ...one, id: String(id) }));
        const concerned = machines.filter((one) => one.class !== 'at-host' && one.class !== 'not-affected').length;
        const needed = neededPerWeek(concerned, from) ?? 0;
        const plan = planLeaving(machines, from, needed);
        expect(plan).toHaveLength(concerned);
        expect(plan.every(({ inTime }) => inTime)).toBe(true);
        if (needed > 1 && concerned > 0) expect(planLeaving(machines, from, needed - 1).at(-1)?.inTime).toBe(false);
      }),
    );
  });

  it('that comes too late says so, and that no week is left', () => {
    expect(planLeaving([{ id: 'a', class: 'movable', totalGiB: 1 }], at('2028-09-13'), 5)[0]?.inTime).toBe(false);
    expect(neededPerWeek(1, at('2028-09-13'))).toBeNull();
  });

  it('a tebibyte takes just under five hours to copy', () => {
    expect(copySeconds(1024) / 3600).toBeCloseTo(4.85, 1);
  });
});

describe('recovery points', () => {
  const newest = at('2026-11-26');

  it('that are given up before the end matter no longer than that', () => {
    expect(pointsAtEnd(newest, { kind: 'policy', days: 30 })).toEqual({
      state: 'gone-before',
      keptUntil: newest + 30 * DAY,
      usefulUntil: newest + 30 * DAY,
    });
  });

  it('that outlast the end are of use until the end', () => {
    expect(pointsAtEnd(newest, { kind: 'policy', days: 3660 })).toMatchObject({ state: 'outlast', usefulUntil: ENCRYPTION_END_MS });
    expect(pointsAtEnd(newest, { kind: 'kept' })).toEqual({ state: 'outlast', keptUntil: null, usefulUntil: ENCRYPTION_END_MS });
  });

  it('of which nothing is known are not called safe', () => {
    expect(pointsAtEnd(newest, { kind: 'unseen' }).state).toBe('unseen');
    expect(pointsAtEnd(null, { kind: 'policy', days: 30 }).state).toBe('none');
  });
});
