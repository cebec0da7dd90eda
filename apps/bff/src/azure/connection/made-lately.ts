import { atMost, timedCache } from '../../caches';
import { idKey } from './arm-id';
import { onePerServer } from './kept';

/** How long lists of a subscription may lack what was made. */
const LONGEST_MS = 15 * 60_000;

/** The ids of what this server has had made, or has met when it was to be made, by whomever. Nobody is told of them who may not read what they name. */
class MadeLately {
  readonly #ids = timedCache<string, true>(LONGEST_MS, atMost(10_000));

  add(id: string): void {
    this.#ids.set(idKey(id), true);
  }

  /** Those of a type. */
  ofType(typeName: string): string[] {
    const type = `/providers/${typeName}/`.toLowerCase();
    return [...this.#ids.keys()].filter((id) => {
      const at = id.lastIndexOf(type);
      return at >= 0 && !id.slice(at + type.length).includes('/');
    });
  }
}

export const madeLately = onePerServer(() => new MadeLately());
