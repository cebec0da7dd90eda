import type { ReadNeed } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { needWords } from './journey-messages';

const nameOf = (place: string) => place.slice(place.lastIndexOf('/') + 1);

/** What somebody needs who is to see more, as one phrase. */
export function useNeedWords(): (needs: readonly ReadNeed[]) => string {
  const text = useText();
  const format = useFormat();
  const one = ({ right, at }: ReadNeed) => text(needWords[right], { places: format.list(at.map(nameOf)) });
  return (needs) => format.list(needs.map(one));
}
