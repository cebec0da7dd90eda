export function problemsOfLock(lock: { packages: Record<string, object> }): string[];
