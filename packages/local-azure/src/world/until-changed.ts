import type { World } from './world';

/**
 * Remembers what a computation made of the world until anything in the world changes. For small things that every request asks for;
 * what is remembered is shared and must not be changed.
 */
export function untilChanged<T>(compute: (world: World, key: string) => T): (world: World, key: string) => T {
  const memories = new WeakMap<World, { generation: number; values: Map<string, T> }>();
  return (world, key) => {
    let memory = memories.get(world);
    if (memory?.generation !== world.generation) {
      memory = { generation: world.generation, values: new Map() };
      memories.set(world, memory);
    }
    const known = memory.values.get(key);
    if (known !== undefined) return known;
    const value = compute(world, key);
    memory.values.set(key, value);
    return value;
  };
}
