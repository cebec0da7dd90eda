import type { WorldDocuments } from '../world';

/**
 * Remembers what a computation made of the world's documents until any of them changes. For small things that every request asks for;
 * what is remembered is shared and must not be changed.
 */
export function untilChanged<T>(compute: (world: WorldDocuments, key: string) => T): (world: WorldDocuments, key: string) => T {
  const memories = new WeakMap<WorldDocuments, { generation: number; values: Map<string, T> }>();
  return (world, key) => {
    let memory = memories.get(world);
    if (memory?.generation !== world.documentsGeneration) {
      memory = { generation: world.documentsGeneration, values: new Map() };
      memories.set(world, memory);
    }
    const known = memory.values.get(key);
    if (known !== undefined) return known;
    const value = compute(world, key);
    memory.values.set(key, value);
    return value;
  };
}
