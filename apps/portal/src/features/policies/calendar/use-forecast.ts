import { pointsAfter, type Plan, type Point } from '@tresor/retention';
import { useEffect, useState } from 'react';

export const HORIZON_YEARS = 10;

/** How long the page may be kept busy at a time, in milliseconds. */
const SLICE = 8;

interface Forecast {
  points: readonly Point[];
  plan: Plan;
}

/**
 * The points a plan makes in ten years from a moment, with the plan they are of; undefined until they are counted for the first time.
 * They are counted a slice at a time, so that typing meanwhile is not held up.
 */
export function useForecast(plan: Plan | null, from: number): Forecast | undefined {
  const [forecast, setForecast] = useState<Forecast>();
  useEffect(() => {
    if (plan === null) return undefined;
    const until = horizonOf(from);
    const points: Point[] = [];
    const all = pointsAfter(plan, from);
    const next = () => {
      const end = performance.now() + SLICE;
      while (performance.now() < end) {
        const { value: point } = all.next();
        if (!point || point.at > until) return setForecast({ points, plan });
        points.push(point);
      }
      timer = setTimeout(next);
    };
    let timer = setTimeout(next);
    return () => clearTimeout(timer);
  }, [plan, from]);
  return forecast;
}

/** The last moment of the calendar. */
export function horizonOf(from: number): number {
  const date = new Date(from);
  return date.setUTCFullYear(date.getUTCFullYear() + HORIZON_YEARS);
}
