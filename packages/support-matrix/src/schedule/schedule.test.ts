import { assert, constantFrom, integer, array, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineOf } from './critical-path';
import { CALLS, scheduleOf, type PlannedMachine } from './schedule';
import type { Span } from './span';

const always = (seconds: number): Span => ({ low: seconds, expected: seconds, high: seconds });
const STEPS: PlannedMachine['steps'] = [
  { step: 'disks', span: always(3600) },
  { step: 'machine', span: always(180) },
  { step: 'protection', span: always(60) },
];
const WITH_KEYS: PlannedMachine['steps'] = [
  { step: 'disks', span: always(3600) },
  { step: 'keys', span: always(600) },
  { step: 'machine', span: always(180) },
];
const machine = (id: string, change: Partial<PlannedMachine> = {}): PlannedMachine => ({
  id,
  wave: 1,
  subscription: 'a',
  steps: STEPS,
  keys: null,
  ...change,
});
const endsOf = (machines: readonly PlannedMachine[]) => {
  const ends = new Map<string, number>();
  for (const bar of scheduleOf(machines)) ends.set(bar.machine, Math.max(ends.get(bar.machine) ?? 0, Math.round(bar.end)));
  return Object.fromEntries(ends);
};
const named = (count: number, change?: Partial<PlannedMachine>) => Array.from({ length: count }, (_, n) => machine(`vm${n}`, change));

const keyed = (id: string, once = false) => machine(id, { steps: WITH_KEYS, keys: { keyVault: 'kv', once } });
const diskStarts = (machines: PlannedMachine[]) => scheduleOf(machines).flatMap(({ step, start }) => (step === 'disks' ? [start] : []));

describe('a schedule', () => {
  it('of one machine is its steps one after the other', () => {
    expect(scheduleOf([machine('DC01')]).map(({ step, start, end }) => [step, start, end])).toEqual([
      ['disks', 0, 3600],
      ['machine', 3600, 3780],
      ['protection', 3780, 3840],
    ]);
    expect(outlineOf([machine('DC01')])).toMatchObject({ total: always(3840), waves: 1, shares: [{ of: 'disks', seconds: 3600 }, {}, {}] });
  });

  it('lets a later wave wait until the earlier one is up, not until it is protected', () => {
    expect(endsOf([machine('App01', { wave: 2 }), machine('DC01')])).toEqual({ DC01: 3840, App01: 3780 + 240 });
    const [last] = scheduleOf([machine('DC01'), machine('App01', { wave: 2 })]).slice(-2);
    expect(last).toMatchObject({ machine: 'App01', step: 'machine', wait: 'wave', after: { machine: 'DC01', step: 'machine' } });
  });

  it('brings keys of one key vault back for one machine at a time, and says that this decides', () => {
    const machines = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => keyed(id));
    expect(endsOf(machines)).toMatchObject({ a: 4380, b: 4980, h: 3600 + 8 * 600 + 180 });
    const { shares } = outlineOf(machines);
    expect(shares[0]).toEqual({ of: 'key-vault', seconds: 7 * 600 });
  });

  it('brings the keys of a deleted key vault back once for all', () => {
    const machines = ['a', 'b', 'c'].map((id) => keyed(id, true));
    expect(endsOf(machines)).toEqual({ a: 4380, b: 4380, c: 4380 });
    expect(scheduleOf(machines).filter(({ step }) => step === 'keys')).toHaveLength(1);
  });

  it('asks no faster than a throttle lets it, of each subscription by itself', () => {
    const reads = CALLS.begin['arm-reads'];
    const last = (200 * reads - 250) / 25;
    expect(Math.max(...diskStarts(named(200)))).toBeCloseTo(last);
    const halves = [...named(100), ...Array.from({ length: 100 }, (_, n) => machine(`other${n}`, { subscription: 'b' }))];
    expect(Math.max(...diskStarts(halves))).toBeCloseTo((100 * reads - 250) / 25);
  });

  it('names the throttle where that decides', () => {
    const short = named(200, { steps: [{ step: 'disks', span: always(5) }] });
    expect(outlineOf(short).shares[0]?.of).toBe('arm-reads');
  });

  it('has nothing to tell where nothing is left', () => {
    expect(outlineOf([machine('done', { steps: [] })])).toEqual({ bars: [], total: always(0), shares: [], waves: 0 });
  });
});

it('no step begins before what it waits for has ended, and the parts that decide are the whole', () => {
  const some = record({
    wave: integer({ min: 1, max: 4 }),
    subscription: constantFrom('a', 'b'),
    keys: constantFrom(null, { keyVault: 'kv', once: false }, { keyVault: 'kv2', once: true }),
    disks: integer({ min: 1, max: 9000 }),
  });
  assert(
    property(array(some, { minLength: 1, maxLength: 40 }), (rows) => {
      const machines = rows.map(({ disks, ...row }, n) =>
        machine(`vm${n}`, { ...row, steps: [{ step: 'disks', span: always(disks) }, ...(row.keys ? WITH_KEYS.slice(1) : STEPS.slice(1))] }),
      );
      const { bars, total, shares } = outlineOf(machines);
      expect(bars.every(({ start, after }) => start >= (after?.end ?? 0) - 1e-6)).toBe(true);
      expect(shares.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(total.expected, 3);
      for (const bar of bars.filter(({ step }) => step === 'machine'))
        for (const earlier of bars.filter(({ step }) => step === 'machine')) {
          const [wave, before] = [bar, earlier].map(({ machine: id }) => machines.find((one) => one.id === id)?.wave ?? 0);
          if ((before ?? 0) < (wave ?? 0)) expect(bar.start).toBeGreaterThanOrEqual(earlier.end - 1e-6);
        }
    }),
  );
});
