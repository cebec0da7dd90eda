import { leavingScript, type LeavingTarget, type LeavingWords } from '@tresor/scripts/host-encryption';
import type { Shell } from '@tresor/scripts/encryption';
import { useText } from '../../language/use-text';
import type { EndingRow } from './ending-rows';
import { scriptWords } from './messages';

/** What a script needs of a machine; null where something has to be settled before one is possible. */
export function targetOf({ machine, end, hostSize }: EndingRow): LeavingTarget | null {
  const { osType: os, managedDisks, subscriptionId, resourceGroup: group, name } = machine;
  const isKnown = end.class === 'movable' || end.class === 'rebuild';
  if (!isKnown || os === 'unknown' || (end.class === 'movable' && !managedDisks)) return null;
  const pass = machine.encryption.pass ?? 'single';
  return { subscriptionId, group, name, os, pass, way: end.class === 'movable' ? 'move' : 'rebuild', needsSize: hostSize === false };
}

/** Writes the script of machines; null where a name cannot be written. */
export function useLeavingScript(): (shell: Shell, targets: readonly LeavingTarget[]) => string | null {
  const text = useText();
  const words: LeavingWords = {
    guest: { Windows: text(scriptWords.guestWindows), Linux: text(scriptWords.guestLinux) },
    question: text(scriptWords.question),
    size: text(scriptWords.size),
    image: text(scriptWords.image),
    there: text(scriptWords.there),
    halfMade: text(scriptWords.halfMade),
    whole: text(scriptWords.whole),
    kept: text(scriptWords.kept),
    afterMove: text(scriptWords.afterMove),
    afterRebuild: text(scriptWords.afterRebuild),
  };
  return (shell, targets) => {
    try {
      return leavingScript(shell, targets, words);
    } catch {
      return null;
    }
  };
}
