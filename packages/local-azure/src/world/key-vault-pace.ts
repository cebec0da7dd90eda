import type { World } from './world';

const SECONDS = 5;

const settings = (world: World) => world.documents<{ seconds: number }>('key-vault-pace');

/**
 * Milliseconds that a key vault works after it has answered a deletion, a recovery or a purge. A clock that only somebody's hand turns
 * would let a client poll for ever: there it takes none, unless told otherwise.
 */
export function keyVaultPace(world: World): number {
  const seconds = settings(world).get('pace')?.seconds ?? (world.clockMode.mode === 'standing' ? 0 : SECONDS);
  return seconds * 1000;
}

export function setKeyVaultPace(world: World, seconds: number): void {
  world.write(() => settings(world).put('pace', { seconds }));
}
