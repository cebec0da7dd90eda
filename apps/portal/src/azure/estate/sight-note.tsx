import { InfoBox } from '../../ui/feedback/info-box';
import { useSightWords } from './use-sight-words';

/** Above a list over all subscriptions: in which of them it may leave something out. */
export function SightNote() {
  const words = useSightWords();
  return words ? <InfoBox>{words}</InfoBox> : null;
}
