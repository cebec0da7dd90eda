import { describe, expect, it } from 'vitest';
import { WriteGate, type Timer } from './write-gate';

/** Time passes only while somebody waits. */
function standingTimer(): Timer & { time: number } {
  const timer = {
    time: 0,
    now: () => timer.time,
    async wait(milliseconds: number) {
      const until = timer.time + milliseconds;
      await Promise.resolve();
      timer.time = Math.max(timer.time, until);
    },
  };
  return timer;
}

const signal = new AbortController().signal;

async function send(gate: WriteGate, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) await gate.pass(signal, () => Promise.resolve());
}

describe('the gate of a subscription', () => {
  it('lets a full bucket through at once', async () => {
    const timer = standingTimer();
    await send(new WriteGate(timer), 200);
    expect(timer.time).toBe(0);
  });

  it('paces a thousand writes to what the bucket refills, within a tenth', async () => {
    const timer = standingTimer();
    await send(new WriteGate(timer), 1_000);
    expect(timer.time / 1_000).toBeGreaterThan(80);
    expect(timer.time / 1_000).toBeLessThan(88);
  });

  it('slows down when Azure says that little is left', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    gate.observe(5, undefined);
    await send(gate, 15);
    expect(timer.time).toBeGreaterThan(900);
  });

  it('goes faster where Azure has a larger bucket', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    gate.observe(799, undefined);
    await send(gate, 700);
    expect(timer.time).toBe(0);
  });

  it('is shut for everybody as long as a refusal asks', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    gate.observe(undefined, 17);
    await send(gate, 1);
    expect(timer.time).toBe(17_000);
  });
});
