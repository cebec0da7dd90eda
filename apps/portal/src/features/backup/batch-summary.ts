import type { ProtectionBatch, ProtectionResult, ProtectionState } from '@tresor/contracts';

const RETRIABLE = new Set<ProtectionState>(['refused', 'failed', 'not-started']);
const RUNNING = new Set<ProtectionState>(['waiting', 'validating', 'enabling', 'unknown']);

export type BatchOutcome = 'running' | 'all' | 'some' | 'none';

interface BatchSummary {
  total: number;
  /** Machines about which nothing more will change. */
  done: number;
  protectedCount: number;
  outcome: BatchOutcome;
}

export const canRetry = ({ state }: ProtectionResult): boolean => RETRIABLE.has(state);

/** Azure’s code for what all that can be tried again were refused for; null where they have none in common. */
export function sharedCodeOf({ results }: ProtectionBatch): string | null {
  const [code = null, ...others] = new Set(results.filter(canRetry).map(({ azureCode }) => azureCode));
  return others.length === 0 ? code : null;
}

/** What somebody has to see to stands on top once the batch has ended; until then every machine keeps its place. */
export function inOrder({ results, finished }: ProtectionBatch): readonly ProtectionResult[] {
  if (!finished) return results;
  return [...results.filter(canRetry), ...results.filter((result) => !canRetry(result))];
}

export function summarize({ results, finished }: ProtectionBatch): BatchSummary {
  const protectedCount = results.filter(({ state }) => state === 'protected').length;
  const done = results.filter(({ state }) => !RUNNING.has(state)).length;
  const ended = protectedCount === results.length ? 'all' : protectedCount > 0 ? 'some' : 'none';
  return { total: results.length, done, protectedCount, outcome: finished ? ended : 'running' };
}
