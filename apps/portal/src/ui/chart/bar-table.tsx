import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { defineMessages } from '../../language/messages';
import { useText } from '../../language/use-text';
import { narrow } from '../table/resource-table.styles';
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
  /** Of the names and one cell, in a container whose width says whether rows stand side by side. */
  abreast?: boolean;
}

/** Bars in a table that says the same in numbers. */
export function BarTable({ label, heads: [nameHead, ...cellHeads], rows, abreast = false }: BarTableProps) {
  const styles = useStyles();
  const abreastStyles = useAbreastStyles();
  const beside = (part: keyof typeof abreastStyles) => (abreast ? abreastStyles[part] : undefined);
  const text = useText();
  const tones = useTones();
  const most = Math.max(1, ...rows.map(({ value }) => value ?? 0));
  return (
    <div className={mergeClasses(styles.scroller, beside('scroller'))} style={tones.style}>
      {tones.patterns}
      <table className={mergeClasses(styles.table, beside('table'))} aria-label={label}>
        <thead className={beside('heads')}>
          <tr>
            {[nameHead, text(share), ...cellHeads].map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={beside('rows')}>
          {rows.map(({ key, label: name, value, tone, words, cells }) => (
            <tr key={key} className={beside('row')}>
              <th scope="row" className={mergeClasses(styles.cell, beside('cell'))}>
                {name}
              </th>
              <td className={mergeClasses(styles.cell, beside('barCell'))}>
                <svg
                  viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
                  preserveAspectRatio="none"
                  aria-hidden
                  className={mergeClasses(styles.bar, beside('bar'))}
                >
                  {value !== null && value > 0 && (
                    <rect width={Math.max(LEAST, (value / most) * WIDTH)} height={HEIGHT} {...tones.bar(tone)} />
                  )}
                </svg>
                <span className="visually-hidden">{words}</span>
              </td>
              {cells.map((cell, at) => (
                <td key={cellHeads[at]} className={mergeClasses(styles.cell, styles.number, beside('cell'))}>
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
