import { delayOf } from './delays';
import type { World } from './world';

const settings = (world: World) => world.documents<{ seconds: number }>('key-vault-pace');

/**
 * Milliseconds that a key vault works on after it has answered a deletion, a recovery or a purge, named so that chance can tell it from others.
 * A clock that only somebody's hand turns would let a client poll for ever: there it takes none, unless told otherwise.
 */
export function keyVaultPace(world: World, work: string): number {
  const seconds = settings(world).get('pace')?.seconds ?? (world.clockMode.mode === 'standing' ? 0 : undefined);
  return seconds === undefined ? delayOf(world, 'key-vault-work', work) : seconds * 1000;
}

export function setKeyVaultPace(world: World, seconds: number): void {
  world.write(() => settings(world).put('pace', { seconds }));
}
