import type { ReadNeed } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { needWords } from '../../words/need-words';
import { useNeedWords } from '../rights/use-need-words';
import { messages } from './messages';
import type { Facts } from './records';

const isNeed = (right: string): right is ReadNeed['right'] => Object.hasOwn(needWords, right);

/** What is said of something that nobody has seen who looked; null where somebody has. */
export function useUnseenWords(): (facts: Facts) => string | null {
  const text = useText();
  const words = useNeedWords();
  return ({ hidden, at = '' }) =>
    hidden === undefined ? null : text(messages.unseen, { needs: isNeed(hidden) ? words([{ right: hidden, at: [at] }]) : hidden });
}
