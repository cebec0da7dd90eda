import { HIDDEN_CHARACTERS, LONGEST_PLAN_NAME } from '@tresor/contracts/limits';
import type { Message } from '../../../language/messages';
import { messages } from './messages';

/** What is wrong with the name of a plan; undefined where it can be kept. */
export function planNameFault(name: string): Message | undefined {
  const kept = name.trim();
  if (kept === '') return messages.nameNeeded;
  if (HIDDEN_CHARACTERS.test(kept)) return messages.nameHidden;
  return kept.length > LONGEST_PLAN_NAME ? messages.nameLong : undefined;
}
