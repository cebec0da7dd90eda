import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { tryAgain } from './try-again';
import { openWorld } from '../open-world';

const HOUR = 3_600_000;

it('runs what falls due in order, each step at its own moment', () => {
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  const start = world.clock.now();
  const seen: [unknown, number][] = [];
  world.schedule.on('ring', (payload) => {
    seen.push([payload, (world.clock.now() - start) / HOUR]);
    if (payload === 'first') world.schedule.plan({ id: 'c', dueAt: start + 2 * HOUR, kind: 'ring', payload: 'in between' });
  });
  world.schedule.plan({ id: 'b', dueAt: start + 3 * HOUR, kind: 'ring', payload: 'last' });
  world.schedule.plan({ id: 'a', dueAt: start + HOUR, kind: 'ring', payload: 'first' });
  world.schedule.plan({ id: 'd', dueAt: start + 90 * HOUR, kind: 'ring', payload: 'not yet' });
  world.schedule.plan({ id: 'e', dueAt: start + HOUR, kind: 'ring', payload: 'cancelled' });
  world.schedule.cancel('e');
  world.advance(4 * HOUR);
  expect(seen).toEqual([
    ['first', 1],
    ['in between', 2],
    ['last', 3],
  ]);
  expect(world.clock.now()).toBe(start + 4 * HOUR);
  world.close();
});

it('makes up after a restart for what fell due meanwhile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const file = join(folder, 'state.db');
  const before = openWorld({ file, clock: { mode: 'standing' } });
  before.schedule.plan({ id: 'a', dueAt: before.clock.now() + HOUR, kind: 'ring', payload: { bell: 1 } });
  const left = before.clock.now();
  before.close();

  const after = openWorld({ file });
  expect(after.clockMode).toEqual({ mode: 'standing' });
  expect(after.clock.now()).toBe(left);
  const ring = vi.fn();
  after.schedule.on('ring', ring);
  after.advance(2 * HOUR);
  expect(ring).toHaveBeenCalledExactlyOnceWith({ bell: 1 }, expect.objectContaining({ id: 'a' }));
  after.close();
  rmSync(folder, { recursive: true });
});

it('drops a step that fails, with what it had begun, and goes on', () => {
  const report = vi.spyOn(console, 'error').mockReturnValue();
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  world.schedule.on('break', () => {
    world.documents('things').put('half', {});
    throw new Error('broken');
  });
  world.schedule.on('ring', () => world.documents('things').put('whole', {}));
  world.schedule.plan({ id: 'a', dueAt: world.clock.now() + 1, kind: 'break', payload: null });
  world.schedule.plan({ id: 'b', dueAt: world.clock.now() + 2, kind: 'ring', payload: null });
  world.advance(10);
  expect(world.documents('things').get('half')).toBeUndefined();
  expect(world.documents('things').get('whole')).toEqual({});
  expect(report).toHaveBeenCalledOnce();
  report.mockRestore();
  world.close();
});

function fail(): never {
  throw new Error('broken');
}

it('ends what waited for a step that failed', () => {
  const report = vi.spyOn(console, 'error').mockReturnValue();
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  const due = world.clock.now() + 1;
  world.schedule.on('break', fail, (payload) => world.documents('things').put('ended', { payload, at: world.clock.now() }));
  world.schedule.on('break twice', fail, fail);
  world.schedule.plan({ id: 'a', dueAt: due, kind: 'break twice', payload: null });
  world.schedule.plan({ id: 'b', dueAt: due, kind: 'break', payload: 'job' });
  world.advance(10);
  expect(world.documents('things').get('ended')).toEqual({ payload: 'job', at: due });
  report.mockRestore();
  world.close();
});

it('tries a step again an hour later that must come in the end', () => {
  const report = vi.spyOn(console, 'error').mockReturnValue();
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  const due = world.clock.now() + 1;
  let tries = 0;
  const run = (payload: unknown) => {
    tries += 1;
    if (tries < 3) fail();
    world.documents('things').put('purged', { payload, at: world.clock.now() });
  };
  world.schedule.on('purge', run, tryAgain(world));
  world.schedule.plan({ id: 'a', dueAt: due, kind: 'purge', payload: 'key vault' });
  world.advance(HOUR);
  expect(world.documents('things').get('purged')).toBeUndefined();
  world.advance(2 * HOUR);
  expect(world.documents('things').get('purged')).toEqual({ payload: 'key vault', at: due + 2 * HOUR });
  report.mockRestore();
  world.close();
});

it('hurries when told to, and the time gained outlives the process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const file = join(folder, 'state.db');
  const world = openWorld({ file, clock: { mode: 'real' } });
  world.advance(100 * HOUR);
  world.setClock({ mode: 'accelerated', speed: 60 });
  world.close();
  const again = openWorld({ file });
  expect(again.clock.now()).toBeGreaterThanOrEqual(Date.now() + 99 * HOUR);
  expect(again.clockMode).toEqual({ mode: 'accelerated', speed: 60 });
  again.close();
  rmSync(folder, { recursive: true });
});

it('time goes on when the clock of the computer is set back', () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  try {
    const world = openWorld({ file: ':memory:', clock: { mode: 'accelerated', speed: 60 } });
    const start = world.clock.now();
    vi.setSystemTime(Date.now() - HOUR);
    expect(world.clock.now()).toBe(start);
    vi.advanceTimersByTime(60_000);
    expect(world.clock.now()).toBe(start + HOUR);
    // Asleep, the monotonic clock stands.
    vi.setSystemTime(Date.now() + 3 * HOUR);
    expect(world.clock.now()).toBeGreaterThanOrEqual(start + 120 * HOUR);
    world.close();
  } finally {
    vi.useRealTimers();
  }
});

it('makes up for much in slices, and is meanwhile only as far as it has come', () => {
  const world = openWorld({ file: ':memory:', clock: { mode: 'standing' } });
  const start = world.clock.now();
  let rung = 0;
  world.schedule.on('ring', () => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    rung += 1;
  });
  const bells = Array.from({ length: 500 }, (_, n) => ({ id: `${n}`, dueAt: start + (n + 1) * HOUR, kind: 'ring', payload: null }));
  world.write(() => bells.forEach((bell) => world.schedule.plan(bell)));
  const passed = world.letPass(1000 * HOUR);
  expect(rung).toBeLessThan(500);
  while (!world.schedule.settle(0)) expect(world.clock.now()).toBe(start + (rung + 1) * HOUR);
  expect(rung).toBe(500);
  expect(world.clock.now()).toBe(start + 1000 * HOUR);
  return passed.finally(() => world.close());
});

it('runs steps of the same moment in the order in which they were planned, also after a restart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'world-'));
  const file = join(folder, 'state.db');
  const before = openWorld({ file, clock: { mode: 'standing' } });
  const dueAt = before.clock.now() + HOUR;
  for (const id of ['b', 'a']) before.schedule.plan({ id, dueAt, kind: 'ring', payload: id });
  before.close();
  const after = openWorld({ file });
  const seen: unknown[] = [];
  after.schedule.on('ring', (payload) => seen.push(payload));
  after.schedule.plan({ id: '0', dueAt, kind: 'ring', payload: '0' });
  after.advance(2 * HOUR);
  expect(seen).toEqual(['b', 'a', '0']);
  after.close();
  rmSync(folder, { recursive: true });
});
