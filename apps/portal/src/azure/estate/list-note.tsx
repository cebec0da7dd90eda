import { useSyncExternalStore, type ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { InfoBox } from '../../ui/feedback/info-box';
import { Disclosure } from '../../ui/layout/disclosure';
import { usePaper } from '../../ui/table/use-paper';
import { messages } from './messages';

const narrow = () => window.matchMedia('(max-width: 639px)');

function watch(onChange: () => void): () => void {
  const query = narrow();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}

interface ListNoteProps {
  /** What stands there in any case: figures, and what somebody has to heed. */
  heeded?: ReactNode;
  /** The line that opens the rest. */
  label?: string;
  children: ReactNode;
}

/** What explains a list, above it: on a telephone a line that opens, where it would stand in place of the list. */
export function ListNote({ heeded, label, children }: ListNoteProps) {
  const text = useText();
  const isPrinted = usePaper();
  const isNarrow = useSyncExternalStore(watch, () => narrow().matches);
  const line = label ?? text(messages.whatIsShown);
  return (
    <InfoBox>
      {heeded}
      {isNarrow && !isPrinted ? (
        <Disclosure label={line} name={line}>
          {children}
        </Disclosure>
      ) : (
        children
      )}
    </InfoBox>
  );
}
