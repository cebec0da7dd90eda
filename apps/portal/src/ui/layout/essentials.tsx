import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { messages } from '../messages';

const useStyles = makeStyles({
  details: { marginBottom: '10px' },
  summary: { padding: '4px 0', cursor: 'pointer', fontSize: tokens.fontSizeBase300 },
  list: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(max(200px, 40%), 1fr))', gap: '6px 24px', margin: '6px 0' },
  name: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

interface EssentialsEntry {
  name: string;
  value: ReactNode;
}

/** The facts about a thing: in two columns, as the article's pictures have them, in one where it is narrow. */
export function Essentials({ entries, title }: { entries: readonly EssentialsEntry[]; title?: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <details open className={styles.details}>
      <summary className={styles.summary}>{title ?? text(messages.essentials)}</summary>
      <dl className={styles.list}>
        {entries.map(({ name, value }) => (
          <div key={name}>
            <dt className={styles.name}>{name}</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
