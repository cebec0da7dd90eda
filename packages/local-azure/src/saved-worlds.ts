import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keepingIdentity } from './identity';
import { StateError } from './world/state/state-error';
import type { OpenWorld } from './world/open-world';

/** A world cannot be saved or loaded as asked. The message is one sentence a person can act on. */
export class SavedWorldError extends Error {}

/** Where worlds are put aside and fetched from. */
export interface SavedWorlds {
  save(name: string): void;
  load(name: string): void;
}

/** Saved worlds lie beside the state file: `monday.world`. Names lead nowhere else. */
export function savedWorlds(world: OpenWorld, stateFile: string): SavedWorlds {
  function pathOf(name: string): string {
    if (stateFile === ':memory:') throw new SavedWorldError('A world in memory has no folder for saved worlds.');
    if (/^[A-Za-z0-9][\w-]{0,63}\.world$/.test(name)) return join(dirname(stateFile), name);
    throw new SavedWorldError('file must be a name such as monday.world: letters, digits, - and _, then .world; it lies beside the state.');
  }
  return {
    save(name) {
      world.save(pathOf(name));
    },
    load(name) {
      const file = pathOf(name);
      if (!existsSync(file)) throw new SavedWorldError(`There is no saved world ${name}.`);
      try {
        const putBack = keepingIdentity(world);
        world.load(file, putBack);
      } catch (error) {
        if (error instanceof StateError) throw new SavedWorldError(error.message.replace(`${file}.loading`, name));
        throw error;
      }
    },
  };
}
