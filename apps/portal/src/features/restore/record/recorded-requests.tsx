import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { RecordedRequest } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { recordMessages as messages } from './messages';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
  scroller: { overflowX: 'auto' },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  cell: { padding: '2px 8px 2px 0', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' },
  short: { overflowWrap: 'normal', whiteSpace: 'nowrap' },
});

/** What Azure was told to change, and what it answered. */
export function RecordedRequests({ requests }: { requests: readonly RecordedRequest[] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const heads = [messages.time, messages.request, messages.answer, messages.requestId];
  return (
    <details>
      <summary className={styles.summary}>{text(messages.requests, { count: requests.length })}</summary>
      <div className={styles.scroller}>
        <table className={styles.table}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head.en} scope="col" className={mergeClasses(styles.cell, styles.short)}>
                  {text(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {requests.map(({ at, method, resource, status, requestId }) => (
              <tr key={`${at} ${requestId} ${resource}`}>
                <td className={styles.cell}>{format.dateTime(at)}</td>
                <td className={styles.cell}>
                  {method} {resource}
                </td>
                <td className={styles.cell}>{status}</td>
                <td className={styles.cell}>{requestId}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
