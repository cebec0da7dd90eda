import type { World } from '../../world/world';
import type { Table } from './kql/table';

interface Kept {
  generation: number;
  results: Map<string, Table>;
}

const kept = new WeakMap<World, Kept>();

/** How many answers are kept; the oldest goes first. */
const LIMIT = 4;

/** The answer to a question as long as nothing in the world changed since: the pages of one list cost one evaluation. */
export function keptResult(world: World, question: string, evaluate: () => Table): Table {
  const results = resultsOf(world);
  const known = results.get(question);
  if (known) return known;
  const [oldest] = results.keys();
  if (results.size >= LIMIT && oldest !== undefined) results.delete(oldest);
  const result = evaluate();
  results.set(question, result);
  return result;
}

function resultsOf(world: World): Map<string, Table> {
  const { generation } = world;
  const before = kept.get(world);
  if (before?.generation === generation) return before.results;
  const results = new Map<string, Table>();
  kept.set(world, { generation, results });
  return results;
}
