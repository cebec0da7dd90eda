import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Telemetry } from './telemetry';

const RESOLUTION_MS = 20;
const QUANTILES = [0.5, 0.99, 1];

/** Tells how the process fares: how long it was held up, and what it holds. */
export function watchProcess(telemetry: Telemetry): { stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  telemetry.watch('tresor.event_loop.delay', () => {
    const levels = QUANTILES.map((quantile) => ({
      // What is measured is the time between two looks.
      value: Math.max(0, delay.percentile(quantile * 100) / 1e9 - RESOLUTION_MS / 1e3),
      attributes: { quantile: String(quantile) },
    }));
    delay.reset();
    return levels;
  });
  telemetry.watch('tresor.memory', () => {
    const { rss, heapUsed, external } = process.memoryUsage();
    return Object.entries({ resident: rss, heap: heapUsed, external }).map(([kind, value]) => ({
      value,
      attributes: { 'tresor.memory.kind': kind },
    }));
  });
  return { stop: () => void delay.disable() };
}
