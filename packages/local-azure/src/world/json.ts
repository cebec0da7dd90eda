/** A JSON object, or an empty one in place of anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

/** A JSON object when it is one. */
export function recordOrNone(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? record(value) : undefined;
}

/** A JSON array, or an empty one in place of anything else. */
export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as unknown[]) : [];
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What lies at a path of names; undefined where the path leads nowhere. */
export function at(value: unknown, ...path: string[]): unknown {
  return path.reduce<unknown>((one, name) => record(one)[name], value);
}
