import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../language/use-text';
import { messages } from './storage-messages';
import type { StorageRow } from './storage-rows';
import { useStorageWords } from './storage-words';

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground1 },
  head: { padding: '4px 12px 4px 6px', fontWeight: 400, textAlign: 'left' },
  cell: { padding: '3px 12px 3px 6px', fontWeight: 400, textAlign: 'left', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  number: { textAlign: 'right' },
});

/** The same in numbers, the newest day first; by kind of replication where there is more than one. */
export function StorageTable({ rows, kinds }: { rows: readonly StorageRow[]; kinds: readonly string[] }) {
  const styles = useStyles();
  const text = useText();
  const { daysOf, told, bytesOf, kindOf } = useStorageWords();
  const each = kinds.length > 1 ? kinds : [];
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={text(messages.storage)}>
        <thead>
          <tr>
            {[text(messages.storageDay), text(messages.stored), ...each.map(kindOf)].map((head) => (
              <th key={head} scope="col" className={styles.head}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr key={row.first}>
              <th scope="row" className={styles.cell}>
                {daysOf(row)}
              </th>
              {row.figure === undefined ? (
                <td colSpan={1 + each.length} className={styles.cell}>
                  {text(messages.notSeen)}
                </td>
              ) : (
                [
                  bytesOf(row.figure),
                  ...each.map((kind) => told(row.figure?.usage.find(({ replication }) => replication === kind)?.bytes)),
                ].map((words, at) => (
                  <td key={each[at - 1] ?? ''} className={mergeClasses(styles.cell, styles.number)}>
                    {words}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
