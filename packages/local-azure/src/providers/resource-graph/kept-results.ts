import type { World } from '../../world/world';
import type { Table } from './kql/table';

/** How many answers are kept; the oldest goes first. */
const KEPT = 4;

const kept = new WeakMap<World, Map<string, { generation: number; result: Table }>>();

/** The answer to a question as long as nothing in the world changed since: the pages of one list cost one evaluation. */
export function keptResult(world: World, question: string, evaluate: () => Table): Table {
  const answers = kept.get(world) ?? new Map<string, { generation: number; result: Table }>();
  kept.set(world, answers);
  const known = answers.get(question);
  if (known?.generation === world.generation) return known.result;
  const result = evaluate();
  answers.delete(question);
  answers.set(question, { generation: world.generation, result });
  const [oldest] = answers.keys();
  if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
  return result;
}
