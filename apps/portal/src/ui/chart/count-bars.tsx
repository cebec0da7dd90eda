import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { defineMessages } from '../../language/messages';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { TextLink } from '../actions/text-link';
import { narrow } from '../table/resource-table.styles';
import { BarTable } from './bar-table';
import type { Tone } from './tones';

const messages = defineMessages({ count: { de: 'Anzahl', en: 'Count' }, notYet: { de: '…', en: '…' } });

const useStyles = makeStyles({
  around: { containerType: 'inline-size' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    gap: '8px 32px',
    marginBottom: '12px',
    '> *': { minWidth: 0 },
    [narrow]: { rowGap: '4px', marginBottom: '4px' },
  },
  beside: {
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
    flexGrow: 1,
    flexBasis: '320px',
    paddingTop: '4px',
    [narrow]: { gap: '2px', paddingTop: 0, fontSize: tokens.fontSizeBase200, lineHeight: '16px' },
  },
});

interface CountBarsProps {
  label: string;
  /** What the kinds are called together. */
  head: string;
  /** Null: not counted yet. */
  counts: readonly { key: string; label: string; count: number | null; tone: Tone }[];
  /** Those of one kind. */
  to: (key: string) => string;
  /** What is to be said of them, beside the table where there is room. */
  children?: ReactNode;
}

/** How many there are of each kind; each number leads to them. */
export function CountBars({ label, head, counts, to, children }: CountBarsProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const bars = counts.map(({ key, label: name, count, tone }) => {
    const shown = count === null ? text(messages.notYet) : format.number(count);
    const cell = count === null || count === 0 ? shown : <TextLink to={to(key)}>{shown}</TextLink>;
    return { key, label: name, value: count, tone, words: shown, cells: [cell] };
  });
  return (
    <div className={styles.around}>
      <div className={styles.row}>
        <BarTable abreast label={label} heads={[head, text(messages.count)]} rows={bars} />
        {children !== undefined && <div className={styles.beside}>{children}</div>}
      </div>
    </div>
  );
}
