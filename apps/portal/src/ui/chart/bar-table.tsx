import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { useTones, type Tone } from './tones';

const { share } = defineMessages({ share: { de: 'Anteil', en: 'Share' } });

const WIDTH = 240;
const HEIGHT = 14;
/** One among thousands is seen, too. */
const LEAST = 2;

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: {
    borderCollapse: 'collapse',
    maxWidth: '860px',
    fontSize: tokens.fontSizeBase200,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { padding: '4px 12px 4px 6px', fontWeight: 400, textAlign: 'left' },
  cell: { padding: '3px 12px 3px 6px', fontWeight: 400, textAlign: 'left', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { textAlign: 'right' },
  bar: { display: 'block', width: '100%', minWidth: '60px', maxWidth: `${WIDTH}px`, height: `${HEIGHT}px` },
});

interface BarRow {
  key: string;
  label: string;
  /** Null: nothing is known, so that no bar is drawn. */
  value: number | null;
  tone: Tone;
  /** What the bar says, in words. */
  words: string;
  cells: readonly ReactNode[];
}

interface BarTableProps {
  label: string;
  /** Of the names and the cells. */
  heads: readonly [name: string, ...cells: string[]];
  rows: readonly BarRow[];
}

/** Bars in a table that says the same in numbers. */
export function BarTable({ label, heads: [nameHead, ...cellHeads], rows }: BarTableProps) {
  const styles = useStyles();
  const text = useText();
  const tones = useTones();
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <div className={styles.scroller} style={tones.style}>
      {tones.patterns}
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {[nameHead, text(share), ...cellHeads].map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, label: name, value, tone, words, cells }) => (
            <tr key={key}>
              <th scope="row" className={styles.cell}>
                {name}
              </th>
              <td className={styles.cell}>
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden className={styles.bar}>
                  {value !== null && value > 0 && (
                    <rect width={Math.max(LEAST, (value / most) * WIDTH)} height={HEIGHT} {...tones.bar(tone)} />
                  )}
                </svg>
                <span className="visually-hidden">{words}</span>
              </td>
              {cells.map((cell, at) => (
                <td key={cellHeads[at]} className={mergeClasses(styles.cell, styles.number)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
