import type { ReadNeed } from '@tresor/contracts';
import { useCallback } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { needWords } from './need-messages';

const nameOf = (place: string) => place.slice(place.lastIndexOf('/') + 1);

/** What somebody needs who is to see more, as one phrase. */
export function useNeedWords(): (needs: readonly ReadNeed[]) => string {
  const text = useText();
  const format = useFormat();
  return useCallback(
    (needs) => format.list(needs.map(({ right, at }) => text(needWords[right], { places: format.list(at.map(nameOf)) }))),
    [text, format],
  );
}
