import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useText } from '../../language/use-text';
import { useFormat } from '../../language/use-format';
import { palette } from '../../theme/theme';
import { TextLink } from '../../ui/actions/text-link';
import type { DayMark, MachineDays } from './day-map-rows';
import { markWords, messages } from './messages';
import { useOneStop } from './use-one-stop';

const SIZE = 14;

const useStyles = makeStyles({
  scroller: { overflowX: 'auto', maxWidth: '860px' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground1 },
  day: { padding: '2px 3px', fontWeight: 400, whiteSpace: 'nowrap', textAlign: 'center' },
  machine: {
    position: 'sticky',
    left: 0,
    padding: '2px 10px 2px 6px',
    fontWeight: 400,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    minWidth: '110px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: { padding: '2px 3px', textAlign: 'center', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  mark: { display: 'inline-block', verticalAlign: 'middle', overflow: 'visible' },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: '4px 0 8px', padding: 0, listStyleType: 'none' },
  sign: { marginRight: '6px' },
});

/** Where colors are the system’s own, the shapes suffice. */
const forced = { '@media (forced-colors: active)': { color: 'CanvasText' } } as const;

const useTones = makeStyles({
  failed: { color: palette.tresorError, ...forced },
  warning: { color: palette.tresorWarning, ...forced },
  running: { color: palette.tresorRunning, ...forced },
  done: { color: palette.tresorTick, ...forced },
  none: { color: tokens.colorNeutralForeground3, ...forced },
});

/** A shape for each mark, so that no color is needed to tell them apart. */
function Mark({ mark }: { mark: DayMark }) {
  const styles = useStyles();
  const tones = useTones();
  return (
    <svg width={SIZE} height={SIZE} viewBox="0 0 14 14" aria-hidden className={mergeClasses(styles.mark, tones[mark])}>
      {mark === 'done' && <rect x="1" y="1" width="12" height="12" fill="currentColor" />}
      {mark === 'failed' && <path d="M2 2 12 12 M12 2 2 12" stroke="currentColor" strokeWidth="3" />}
      {mark === 'warning' && <path d="M7 1 13 13 1 13Z" fill="currentColor" />}
      {mark === 'running' && <circle cx="7" cy="7" r="5" fill="none" stroke="currentColor" strokeWidth="2.5" />}
      {mark === 'none' && <path d="M3 7 11 7" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  );
}

interface DayMapProps {
  label: string;
  days: readonly string[];
  rows: readonly MachineDays[];
  /** Where the jobs of a machine are, of one day or of all. */
  to: (row: MachineDays, day?: string) => string;
}

const LEGEND: readonly DayMark[] = ['done', 'failed', 'warning', 'running', 'none'];

/** Machines by days: a table whose cells are marks. A mark leads to the jobs of its day, the name of a machine to all of them. */
export default function DayMap({ label, days, rows, to }: DayMapProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { around, stopOf } = useOneStop(rows[0]?.key ?? '');
  const dateOf = (day: string) => format.date(new Date(`${day}T12:00:00`));
  return (
    <figure style={{ margin: 0 }}>
      <ul className={styles.legend} aria-hidden>
        {LEGEND.map((mark) => (
          <li key={mark}>
            <span className={styles.sign}>
              <Mark mark={mark} />
            </span>
            {text(markWords[mark])}
          </li>
        ))}
      </ul>
      <div className={styles.scroller}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              <th scope="col" className={styles.machine}>
                {text(messages.machine)}
              </th>
              {days.map((day) => (
                <th key={day} scope="col" className={styles.day}>
                  <span className="visually-hidden">{dateOf(day)}</span>
                  <span aria-hidden>{Number(day.slice(-2))}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...around}>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row" className={styles.machine} title={row.vaultName}>
                  <TextLink to={to(row)} {...stopOf(row.key)}>
                    {row.machine}
                  </TextLink>
                </th>
                {row.marks.map((mark, at) => {
                  const day = days[at] ?? '';
                  const words = text(messages.markOf, { machine: row.machine, day: dateOf(day), mark: text(markWords[mark]) });
                  return (
                    <td key={day} className={styles.cell} title={words}>
                      {mark === 'none' ? (
                        <>
                          <Mark mark={mark} />
                          <span className="visually-hidden">{text(markWords[mark])}</span>
                        </>
                      ) : (
                        <a href={to(row, day)} aria-label={words} {...stopOf(`${row.key} ${day}`)}>
                          <Mark mark={mark} />
                        </a>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}
