import type { RecoveryPoint } from '@tresor/contracts';

/** The newest point of which a machine can be made, rather at once than after its keys were brought back. `points`: newest first. */
export function bestPoint(points: readonly RecoveryPoint[]): RecoveryPoint | undefined {
  const newest = (...states: RecoveryPoint['verdict']['state'][]) => points.find(({ verdict }) => states.includes(verdict.state));
  return newest('restorable') ?? newest('needs-keys', 'may-need-keys', 'unknown');
}
