import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import { linkTowards } from './move-in-map';

function onKeyDown(event: KeyboardEvent) {
  const next = event.target instanceof HTMLAnchorElement ? linkTowards(event.key, event.target) : undefined;
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

/** One stop of the Tab key, in which arrows lead on: of so many marks each would be one else. */
export function useOneStop(first: string) {
  const [stop, setStop] = useState(first);
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement && target.dataset['stop'] !== undefined) setStop(target.dataset['stop']);
  };
  const stopOf = (key: string) => ({ 'data-stop': key, tabIndex: key === stop ? 0 : -1 });
  return { around: { onFocus, onKeyDown }, stopOf };
}
