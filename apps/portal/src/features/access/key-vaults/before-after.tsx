import { makeStyles, tokens } from '@fluentui/react-components';
import type { ServiceAccess } from '@tresor/contracts';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { palette } from '../../../theme/theme';
import { grantMessages as messages } from './messages';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, tableLayout: 'fixed', marginBottom: '8px' },
  cell: {
    padding: '5px 8px',
    textAlign: 'left',
    verticalAlign: 'top',
    overflowWrap: 'anywhere',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  added: { color: palette.tresorTick, fontWeight: tokens.fontWeightSemibold },
});

interface Line {
  name: Message;
  before: readonly string[];
  after: readonly string[];
}

/** What an access consists of, line by line. */
function linesOf(before: ServiceAccess, after: ServiceAccess): Line[] {
  const words = (kind: 'keys' | 'secrets' | 'others') => [before.policy?.[kind] ?? [], after.policy?.[kind] ?? []] as const;
  const roles = [before, after].map((access) => access.roles.map(({ name }) => name));
  const all = (['keys', 'secrets', 'others'] as const).map((kind) => ({ name: messages[kind], words: words(kind) }));
  return [...all, { name: messages.roles, words: [roles[0] ?? [], roles[1] ?? []] as const }]
    .map(({ name, words: [before, after] }) => ({ name, before, after }))
    .filter((line) => line.before.length > 0 || line.after.length > 0);
}

/** Two states of the service's access side by side; what the second has more is marked. */
export function BeforeAfter({ before, after }: { before: ServiceAccess; after: ServiceAccess }) {
  const styles = useStyles();
  const text = useText();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            <span className="visually-hidden">{text(messages.change)}</span>
          </th>
          <th scope="col" className={styles.cell}>
            {text(messages.before)}
          </th>
          <th scope="col" className={styles.cell}>
            {text(messages.after)}
          </th>
        </tr>
      </thead>
      <tbody>
        {linesOf(before, after).map((line) => (
          <tr key={line.name.en}>
            <th scope="row" className={styles.cell}>
              {text(line.name)}
            </th>
            <td className={styles.cell}>{line.before.length === 0 ? text(messages.none) : line.before.join(', ')}</td>
            <td className={styles.cell}>
              {line.after.length === 0 && text(messages.none)}
              <ul className={styles.list}>
                {line.after.map((word) => (
                  <li key={word}>
                    {line.before.includes(word) ? (
                      word
                    ) : (
                      <span className={styles.added}>
                        + {word} ({text(messages.added)})
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
