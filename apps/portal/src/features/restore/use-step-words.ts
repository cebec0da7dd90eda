import type { ReadNeed, StepView } from '@tresor/contracts';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { journeyMessages as messages, needWords, stateWords, stepReasons, yoursAsFarAsSeen } from './journey-messages';

const nameOf = (place: string) => place.slice(place.lastIndexOf('/') + 1);

/** What is said of a step: its state, why it is so, and what one would need to see more. */
export function useStepWords(): (view: StepView) => string {
  const text = useText();
  const format = useFormat();
  const toSee = ({ right, at }: ReadNeed) => text(needWords[right], { places: format.list(at.map(nameOf)) });
  return ({ state, reason, needs, command }) => {
    const word = state === 'hidden' && command !== null ? yoursAsFarAsSeen : stateWords[state];
    const why = [
      ...(reason === null ? [] : [text(stepReasons[reason])]),
      ...(needs.length === 0 ? [] : [text(messages.toSee, { needs: format.list(needs.map(toSee)) })]),
    ];
    return [text(word), ...(why.length === 0 ? [] : [why.join(' ')])].join(': ');
  };
}
