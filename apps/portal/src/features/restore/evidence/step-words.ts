import { own } from '../../../api/own';
import type { Facts } from '../../../azure/evidence/records';
import type { Message } from '../../../language/messages';
import type { Text } from '../../../language/use-text';
import { stepTitles } from '../../../words/restore-steps';
import { stateWords, stepReasons } from '../progress/journey-messages';

const said = (messages: Readonly<Record<string, Message>>, word: string | undefined, text: Text): string => {
  const message = word === undefined ? undefined : own(messages, word);
  return message === undefined ? (word ?? '') : text(message);
};

/** A step as it was seen: its name, and where it stood and why. */
export function restoreStepWords({ step, state, reason }: Facts, text: Text): { name: string; found: string } {
  // Whose turn it is stands in no evidence.
  const found = [state === 'ready' && reason !== undefined ? '' : said(stateWords, state, text), said(stepReasons, reason, text)]
    .filter(Boolean)
    .join(': ');
  return { name: said(stepTitles, step, text), found };
}
