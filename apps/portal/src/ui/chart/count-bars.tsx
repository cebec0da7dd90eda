import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { defineMessages } from '../../language/messages';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { TextLink } from '../actions/text-link';
import { narrow } from '../table/resource-table.styles';
import { useTones, type Tone } from './tones';

const messages = defineMessages({
  share: { de: 'Anteil', en: 'Share' },
  count: { de: 'Anzahl', en: 'Count' },
  notYet: { de: '…', en: '…' },
});

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
        <BarTable label={label} heads={[head, text(messages.count)]} rows={bars} />
        {children !== undefined && <div className={styles.beside}>{children}</div>}
      </div>
    </div>
  );
}

const WIDTH = 240;
const HEIGHT = 14;
/** One among thousands is seen, too. */
const LEAST = 2;

const useTableStyles = makeStyles({
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

/** The rows side by side, each with its bar below its name: the list below the table begins in the same window. */
const useAbreastStyles = makeStyles({
  scroller: { [narrow]: { flexBasis: '100%' } },
  table: { [narrow]: { display: 'block', lineHeight: '16px' } },
  heads: { [narrow]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  rows: { [narrow]: { display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(130px, 1fr))', gap: '4px 16px' } },
  row: { [narrow]: { display: 'grid', gridTemplate: '"name count" 1fr "bar bar" auto / 1fr auto', columnGap: '8px' } },
  cell: { [narrow]: { display: 'block', padding: '0 0 2px', borderTop: 'none' } },
  barCell: {
    [narrow]: { gridArea: 'bar', display: 'block', padding: 0, borderTop: 'none', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  // Where colors are the system’s own, a bar can be nothing but its outline.
  bar: { [narrow]: { maxWidth: 'none', height: '4px', '> rect': { vectorEffect: 'non-scaling-stroke' } } },
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
function BarTable({ label, heads: [nameHead, ...cellHeads], rows }: BarTableProps) {
  const styles = useTableStyles();
  const abreast = useAbreastStyles();
  const text = useText();
  const tones = useTones();
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <div className={mergeClasses(styles.scroller, abreast.scroller)} style={tones.style}>
      {tones.patterns}
      <table className={mergeClasses(styles.table, abreast.table)} aria-label={label}>
        <thead className={abreast.heads}>
          <tr>
            {[nameHead, text(messages.share), ...cellHeads].map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={abreast.rows}>
          {rows.map(({ key, label: name, value, tone, words, cells }) => (
            <tr key={key} className={abreast.row}>
              <th scope="row" className={mergeClasses(styles.cell, abreast.cell)}>
                {name}
              </th>
              <td className={mergeClasses(styles.cell, abreast.barCell)}>
                <svg
                  viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                  preserveAspectRatio="none"
                  aria-hidden
                  className={mergeClasses(styles.bar, abreast.bar)}
                >
                  {value !== null && value > 0 && (
                    <rect width={Math.max(LEAST, (value / most) * WIDTH)} height={HEIGHT} {...tones.bar(tone)} />
                  )}
                </svg>
                <span className="visually-hidden">{words}</span>
              </td>
              {cells.map((cell, at) => (
                <td key={cellHeads[at]} className={mergeClasses(styles.cell, styles.number, abreast.cell)}>
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
