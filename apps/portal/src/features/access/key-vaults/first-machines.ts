import type { Text } from '../../../language/use-text';
import { estateMessages } from './messages';

/** As many names as leave a row its height; all of them stand in the key vault’s own blade. */
const SHOWN = 3;

/** The first machines of a key vault, and how many more there are; nothing where there are none. */
export function firstMachines(machines: readonly string[], text: Text): string {
  const [names, count] = [machines.slice(0, SHOWN).join(', '), machines.length - SHOWN];
  return count > 0 ? text(estateMessages.firstAndMore, { names, count }) : names;
}
