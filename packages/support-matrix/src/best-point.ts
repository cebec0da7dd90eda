/**
 * What can be made of a recovery point. `restorable`: disks and a running VM can be made of it now; `needs-keys`: its key or secret must be
 * brought back first, which the backup allows; `may-need-keys`: the same, unless somebody has put them back where the user may not look;
 * `blocked`: nothing can be made of it; `unknown`: the user may not look where it is decided, or nobody can at the moment.
 */
export const RESTORABILITY_STATES = ['restorable', 'needs-keys', 'may-need-keys', 'blocked', 'unknown'] as const;

export type RestorabilityState = (typeof RESTORABILITY_STATES)[number];

type Judged = { verdict: { state: RestorabilityState }; threat: 'none' | 'suspicious' | null };

/**
 * The newest point of which a machine can be made: rather one in which Microsoft Defender for Cloud found no threat, and rather at once than
 * after its keys were brought back. `points`: newest first.
 */
export function bestPoint<Point extends Judged>(points: readonly Point[]): Point | undefined {
  return bestOf(points.filter(({ threat }) => threat !== 'suspicious')) ?? bestOf(points);
}

function bestOf<Point extends Judged>(points: readonly Point[]): Point | undefined {
  const newest = (...states: RestorabilityState[]) => points.find(({ verdict }) => states.includes(verdict.state));
  return newest('restorable') ?? newest('needs-keys', 'may-need-keys', 'unknown');
}
