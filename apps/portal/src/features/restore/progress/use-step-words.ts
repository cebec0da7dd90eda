import type { StepView } from '@tresor/contracts';
import { useText } from '../../../language/use-text';
import { journeyMessages as messages, stateWords, stepReasons, yoursAsFarAsSeen } from './journey-messages';
import { useNeedWords } from '../../../azure/rights/use-need-words';

/** What is said of a step: its state, why it is so, and what one would need to see more. */
export function useStepWords(): (view: StepView) => string {
  const text = useText();
  const needWords = useNeedWords();
  return ({ state, reason, needs, command }) => {
    if (reason === 'rehearsal-removed') return text(stepReasons[reason]);
    const word = state === 'hidden' && command !== null ? yoursAsFarAsSeen : stateWords[state];
    const why = [
      ...(reason === null ? [] : [text(stepReasons[reason])]),
      ...(needs.length === 0 ? [] : [text(messages.toSee, { needs: needWords(needs) })]),
    ];
    return [text(word), ...(why.length === 0 ? [] : [why.join(' ')])].join(': ');
  };
}
