import { flushSync } from 'react-dom';
import { useText } from '../i18n/use-text';
import { useBladeStyles } from './blade.styles';
import { messages } from './messages';
import { headingId, stripId, useStack } from './stack-context';

/** What is seen of a folded blade. */
export function BladeStrip({ depth, title }: { depth: number; title: string }) {
  const styles = useBladeStyles();
  const text = useText();
  const { setWindow } = useStack();
  const unfold = () => {
    flushSync(() => setWindow({ path: undefined, state: 'usual' }));
    document.getElementById(headingId(depth))?.focus();
  };
  return (
    <button
      type="button"
      id={stripId}
      className={styles.strip}
      aria-expanded={false}
      aria-label={text(messages.unfold, { title })}
      onClick={unfold}
    >
      <span className={styles.stripTitle}>{title}</span>
    </button>
  );
}
