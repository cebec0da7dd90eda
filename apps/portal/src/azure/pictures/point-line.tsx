import { makeStyles, tokens } from '@fluentui/react-components';
import type { Level } from '@tresor/retention';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { palette } from '../../theme/theme';
import { TextLink } from '../../ui/actions/text-link';
import type { KeptPoint } from './kept-point-rows';
import { levelWords, messages } from './messages';
import { useOneStop } from './use-one-stop';

const WIDTH = 240;
const HEIGHT = 16;
const EDGE = 4;
const DAY = 86_400_000;
const forcedColors = '@media (forced-colors: active)';

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground1 },
  cell: { padding: '3px 12px 3px 6px', fontWeight: 400, textAlign: 'left', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'block', width: `${WIDTH}px`, height: `${HEIGHT}px` },
  now: { stroke: tokens.colorNeutralForeground1, [forcedColors]: { stroke: 'CanvasText' } },
  stay: { fill: palette.tresorTick, [forcedColors]: { fill: 'CanvasText' } },
});

interface PointLineProps {
  label: string;
  points: readonly KeptPoint[];
  now: number;
  to: string;
}

/** From when to when each point is kept, on one line of time for all: the upright stroke is now. */
export default function PointLine({ label, points, now, to }: PointLineProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { around, stopOf } = useOneStop(points[0]?.id ?? '');
  const begin = Math.min(now, ...points.map(({ at }) => at));
  const end = Math.max(now, ...points.map(({ until }) => until ?? now));
  const x = (moment: number) => EDGE + ((moment - begin) / Math.max(1, end - begin)) * (WIDTH - 2 * EDGE);
  const daysLeft = (until: number) => Math.max(0, Math.ceil((until - now) / DAY));
  const ruleOf = (level: Level | null) => text(level === null ? messages.otherRule : levelWords[level]);
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {[messages.taken, messages.rule, messages.staysUntil, messages.timeLine].map((header) => (
              <th key={header.en} scope="col" className={styles.cell}>
                {text(header)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...around}>
          {points.map(({ id, at, until, level }) => (
            <tr key={id}>
              <th scope="row" className={styles.cell}>
                <TextLink to={to} {...stopOf(id)}>
                  {format.dateTime(new Date(at).toISOString())}
                </TextLink>
              </th>
              <td className={styles.cell}>{ruleOf(level)}</td>
              <td className={styles.cell}>{until === null ? text(messages.endUnknown) : format.date(new Date(until))}</td>
              <td className={styles.cell}>
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden className={styles.line}>
                  <rect x={x(at)} y={5} width={Math.max(2, x(until ?? at) - x(at))} height={6} className={styles.stay} />
                  <line x1={x(now)} x2={x(now)} y1={0} y2={HEIGHT} className={styles.now} />
                </svg>
                <span className="visually-hidden">
                  {until === null ? text(messages.endUnknown) : text(messages.daysLeft, { count: daysLeft(until) })}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
