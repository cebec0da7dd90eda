import type { StepView } from '@tresor/contracts';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { useOptionalVaultPath } from '../../../map/paths';
import { journeyMessages as messages, stateWords, stepReasons, yoursAsFarAsSeen } from './journey-messages';
import { useNeedWords } from '../../../azure/rights/use-need-words';

/** How a step stands, in a few words. */
export const stateWord = ({ state, command }: StepView): Message =>
  state === 'hidden' && command !== null ? yoursAsFarAsSeen : stateWords[state];

/** What is said of a step: its state, why it is so, and what one would need to see more. */
export function useStepWords(): (view: StepView) => string {
  const text = useText();
  const needWords = useNeedWords(useOptionalVaultPath()?.subscriptionId);
  return (view) => {
    const { reason, needs } = view;
    if (reason === 'rehearsal-removed') return text(stepReasons[reason]);
    const why = [
      ...(reason === null ? [] : [text(stepReasons[reason])]),
      ...(needs.length === 0 ? [] : [text(messages.toSee, { needs: needWords(needs) })]),
    ];
    return [text(stateWord(view)), ...(why.length === 0 ? [] : [why.join(' ')])].join(': ');
  };
}
