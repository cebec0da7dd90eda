import { delayOf, type DelayName } from './delays';
import type { World } from '../world';

interface Pace {
  /** Milliseconds that something takes, named so that chance can tell it from others. */
  of: (world: World, what: string) => number;
  set: (world: World, seconds: number) => void;
}

/**
 * How long a service is at something that it has accepted. A clock that only somebody's hand turns would let a client poll for ever: there it
 * takes none, unless told otherwise.
 */
function pace(name: DelayName, document: string): Pace {
  const settings = (world: World) => world.documents<{ seconds: number }>(document);
  return {
    of(world, what) {
      const seconds = settings(world).get('pace')?.seconds ?? (world.clockMode.mode === 'standing' ? 0 : undefined);
      return seconds === undefined ? delayOf(world, name, what) : seconds * 1000;
    },
    set(world, seconds) {
      world.write(() => settings(world).put('pace', { seconds }));
    },
  };
}

/** A deletion, a recovery or a purge in a key vault. */
export const keyVaultPace = pace('key-vault-work', 'key-vault-pace');
/** A change of a network. */
export const networkPace = pace('network-provisioning', 'network-pace');
/** The queueing of a backup or a restore, before which nothing names its job. */
export const queueingPace = pace('backup-queueing', 'backup-queueing-pace');
