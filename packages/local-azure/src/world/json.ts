import { own } from './own';

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const NONE: Readonly<Record<string, unknown>> = Object.freeze({});

/**
 * What this program has written itself, as it was written: nobody else writes to its state. What comes from outside is never read so, but
 * looked at piece by piece.
 */
export const readBack: <T>(text: string) => T = JSON.parse;

/** A JSON object, or an empty one in place of anything else. The very object, not a copy: anyone who wants another one spreads it. */
export function record(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : NONE;
}

/** A JSON object when it is one. */
export function recordOrNone(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isRecord(value) ? value : undefined;
}

/** A JSON array, or an empty one in place of anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

/** A text when it is one. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What lies at a path of names; undefined where the path leads nowhere. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((one, name) => own(record(one), name), value);
}

/** The texts of a JSON object, for instance tags. */
export function texts(value: unknown): Record<string, string> {
  return Object.fromEntries(Object.entries(record(value)).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one]] : [])));
}
