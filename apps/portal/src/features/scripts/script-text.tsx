import { makeStyles, tokens } from '@fluentui/react-components';
import { DIALECT_NEEDS, type Dialect, type Script } from '@tresor/scripts';
import { useId } from 'react';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { messages } from './messages';

const useStyles = makeStyles({
  heading: { margin: '16px 0 4px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: '22px' },
  text: {
    margin: 0,
    padding: '10px 12px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    tabSize: 2,
  },
});

/** Characters. A longer one would hold up the page, and nobody reads it there. */
const MOST_SHOWN = 250_000;

interface ScriptTextProps {
  script: Script;
  dialect: Dialect;
  notes: readonly string[];
}

export function ScriptText({ script, dialect, notes }: ScriptTextProps) {
  const styles = useStyles();
  const text = useText();
  const headingId = useId();
  const needs: Message = DIALECT_NEEDS[dialect];
  return (
    <>
      <h3 className={styles.heading}>{text(messages.does)}</h3>
      <ol className={styles.list}>
        {script.does.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <h3 className={styles.heading}>{text(messages.toKnow)}</h3>
      <ul className={styles.list}>
        {[...notes, text(messages.rights), text(needs)].map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h3 id={headingId} className={styles.heading}>
        {text(messages.text)}
      </h3>
      <section aria-labelledby={headingId}>
        {script.text.length > MOST_SHOWN ? (
          <p>{text(messages.tooLong)}</p>
        ) : (
          <pre translate="no" className={styles.text}>
            {script.text}
          </pre>
        )}
      </section>
    </>
  );
}
