import pLimit from 'p-limit';
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
  it('lets a full bucket through at once, but for a few that stay for what the same person does meanwhile', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    await send(gate, 190);
    expect(timer.time).toBe(0);
    await send(gate, 1);
    expect(timer.time).toBe(100);
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
    expect(timer.time).toBeGreaterThan(1_900);
  });

  it('goes faster where Azure has a larger bucket', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    gate.observe(799, undefined);
    await send(gate, 700);
    expect(timer.time).toBe(0);
  });

  it('is shut for everybody as long as a refusal asks, and then lets one after the other go on', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    gate.observe(undefined, 17);
    gate.observe(150, undefined);
    const sentAt: number[] = [];
    await Promise.all(Array.from({ length: 4 }, () => gate.pass(signal, async () => void sentAt.push(timer.time))));
    expect(sentAt).toEqual([17_000, 17_100, 17_200, 17_300]);
  });

  it('is not overrun by a thousand writes at once: a bucket like that of Azure refuses none', async () => {
    const timer = standingTimer();
    const gate = new WriteGate(timer);
    const bucket = { tokens: 120, at: 0, refused: 0 };
    const write = async () => {
      await timer.wait(30, signal);
      bucket.tokens = Math.min(200, bucket.tokens + (timer.time - bucket.at) / 100);
      bucket.at = timer.time;
      if (bucket.tokens < 1) {
        bucket.refused += 1;
        gate.observe(undefined, 1);
      } else {
        bucket.tokens -= 1;
        gate.observe(Math.floor(bucket.tokens), undefined);
      }
    };
    const limit = pLimit(8);
    await Promise.all(Array.from({ length: 1_000 }, () => limit(() => gate.pass(signal, write))));
    expect(bucket.refused).toBe(0);
    expect(timer.time / 1_000).toBeLessThan(1.1 * ((1_000 - 120) / 10));
  });
});
