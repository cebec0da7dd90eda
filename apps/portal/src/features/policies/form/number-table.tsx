import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat } from '../../../language/use-format';

const useStyles = makeStyles({
  table: { width: '100%', margin: '10px 0', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  caption: { padding: '4px 0', textAlign: 'left', fontSize: tokens.fontSizeBase300 },
  head: { padding: '4px 8px 4px 0', fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, textAlign: 'right' },
  name: { padding: '4px 8px 4px 0', fontWeight: tokens.fontWeightRegular, textAlign: 'left', overflowWrap: 'anywhere' },
  number: { padding: '4px 8px 4px 0', textAlign: 'right', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
});

interface NumberTableProps {
  caption: string;
  /** The first is that of the names. */
  columns: readonly string[];
  /** `id`: where names may be the same. */
  rows: readonly { id?: string; name: string; numbers: readonly number[] }[];
}

/** Numbers side by side, to be compared. */
export function NumberTable({ caption, columns, rows }: NumberTableProps) {
  const styles = useStyles();
  const format = useFormat();
  const [nameColumn, ...numberColumns] = columns;
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.name}>
            {nameColumn}
          </th>
          {numberColumns.map((column) => (
            <th key={column} scope="col" className={styles.head}>
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, id = name, numbers }) => (
          <tr key={id}>
            <th scope="row" className={styles.name}>
              {name}
            </th>
            {numberColumns.map((column, index) => (
              <td key={column} className={styles.number}>
                {format.number(numbers[index] ?? 0)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
