import type { Agent, VirtualMachine } from '@tresor/contracts';
import { judgeReadiness, type Readiness, type ReadinessContext, type RuleId } from '@tresor/support-matrix';

export interface ReadyMachine {
  id: string;
  machine: VirtualMachine;
  /** Undefined: not asked yet; null: asked, and Azure did not say. */
  agent: Agent | null | undefined;
  readiness: Readiness;
}

export type ReadinessFilter = 'encrypted' | Readiness['state'] | 'all';

export const READINESS_STATES: readonly Readiness['state'][] = ['protected', 'ready', 'steps', 'stopped', 'deleted', 'refused'];

export const READINESS_FILTERS: readonly ReadinessFilter[] = ['encrypted', ...READINESS_STATES, 'all'];

export const isReadinessFilter = (word: string): word is ReadinessFilter => READINESS_FILTERS.some((filter) => filter === word);

export const isEncrypted = ({ machine }: Pick<ReadyMachine, 'machine'>): boolean => machine.encryption.kind !== 'none';

/** Encrypted, and neither backed up nor to be resumed: what its agent reports makes a difference. */
export const isToEnable = (row: Pick<ReadyMachine, 'machine' | 'readiness'>): boolean =>
  isEncrypted(row) && row.readiness.state !== 'protected' && row.readiness.state !== 'stopped';

/** Judges machines for their subscription and remembers, so that of thousands only those are judged again whose agent became known. */
export function createReadinessJudge(context: ReadinessContext) {
  const judged = new WeakMap<VirtualMachine, ReadyMachine>();
  return (machine: VirtualMachine, agent: Agent | null | undefined): ReadyMachine => {
    const known = judged.get(machine);
    if (known && known.agent === agent) return known;
    const fresh = { id: machine.id, machine, agent, readiness: judgeReadiness(machine, agent, context) };
    judged.set(machine, fresh);
    return fresh;
  };
}

/** The states are told of encrypted machines only; `all` shows the others too. */
export function matches(row: ReadyMachine, filter: ReadinessFilter): boolean {
  if (filter === 'all') return true;
  return isEncrypted(row) && (filter === 'encrypted' || row.readiness.state === filter);
}

interface ReadinessCounts extends Record<Readiness['state'], number> {
  total: number;
  /** Encrypted machines that could be protected if their agent allows it, which nobody has asked yet. */
  agentsUnread: number;
}

const mayYet = ({ readiness: { state }, agent }: ReadyMachine) => agent === undefined && (state === 'ready' || state === 'steps');

export const unreadAgents = (rows: readonly ReadyMachine[]): ReadyMachine[] => rows.filter((row) => isEncrypted(row) && mayYet(row));

/** How the encrypted machines stand. */
export function countReadiness(rows: readonly ReadyMachine[]): ReadinessCounts {
  const counts = {
    total: 0,
    protected: 0,
    stopped: 0,
    deleted: 0,
    ready: 0,
    steps: 0,
    refused: 0,
    agentsUnread: unreadAgents(rows).length,
  };
  for (const row of rows.filter(isEncrypted)) {
    counts.total += 1;
    counts[row.readiness.state] += 1;
  }
  return counts;
}

/** The rules that refuse encrypted machines, with how many each: most of them first. */
export function countRefusals(rows: readonly ReadyMachine[]): [ruleId: RuleId, count: number][] {
  const counts = new Map<RuleId, number>();
  for (const { readiness } of rows.filter(isEncrypted))
    if (readiness.state === 'refused') counts.set(readiness.ruleId, (counts.get(readiness.ruleId) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left);
}
