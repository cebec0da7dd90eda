import { flushSync } from 'react-dom';
import { useText } from '../language/use-text';
import { useBladeStyles } from './blade.styles';
import { messages } from './messages';
import { headingId, stripId, useStack } from './stack-context';

/** What is seen of a folded blade. */
export function BladeStrip({ depth, title }: { depth: number; title: string }) {
  const styles = useBladeStyles();
  const text = useText();
  const { windows, setWindows } = useStack();
  const unfold = () => {
    const folded = new Set(windows.folded);
    folded.delete(depth);
    flushSync(() => setWindows({ ...windows, folded }));
    document.getElementById(headingId(depth))?.focus();
  };
  return (
    <button
      type="button"
      id={stripId(depth)}
      className={styles.strip}
      aria-expanded={false}
      aria-label={text(messages.unfold, { title })}
      onClick={unfold}
    >
      <span className={styles.stripTitle}>{title}</span>
    </button>
  );
}
