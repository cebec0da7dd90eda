import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const NARROW = '@media screen and (max-width: 600px)';

const useStyles = makeStyles({
  heading: { margin: '14px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, [NARROW]: { display: 'block' } },
  head: { [NARROW]: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' } },
  body: { [NARROW]: { display: 'block' } },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, [NARROW]: { display: 'block', padding: '6px 0' } },
  cell: {
    padding: '4px 8px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    [NARROW]: { display: 'block', padding: '0' },
  },
  /** A column is as wide as its words. */
  words: { overflowWrap: 'break-word' },
  label: { display: 'none', color: tokens.colorNeutralForeground2, [NARROW]: { display: 'inline' } },
});

/** Names and ids are broken anywhere, dates and words nowhere: on paper there is no other way to the end of a line. */
const isOfWords = (cell: ReactNode) => typeof cell === 'string' && !/\S{24}/.test(cell);

interface EvidenceTableProps {
  title: string;
  heads: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** In place of the table where there are no rows. */
  none: string;
}

/** A table that can be printed: all of its rows, and on a narrow screen a list with the names of the columns. */
export function EvidenceTable({ title, heads, rows, none }: EvidenceTableProps) {
  const styles = useStyles();
  return (
    <section aria-label={title}>
      <h3 className={styles.heading}>{title}</h3>
      {rows.length === 0 ? (
        <p>{none}</p>
      ) : (
        <table className={styles.table}>
          <thead className={styles.head}>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col" className={mergeClasses(styles.cell, styles.words)}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={styles.body}>
            {rows.map(({ key, cells }) => (
              <tr key={key} className={styles.row}>
                {cells.map((cell, column) => (
                  <td key={heads[column]} className={mergeClasses(styles.cell, isOfWords(cell) && styles.words)}>
                    <span aria-hidden className={styles.label}>
                      {heads[column]}:{' '}
                    </span>
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
