import { makeStyles, tokens } from '@fluentui/react-components';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { palette } from '../../theme/theme';
import { TextLink } from '../../ui/actions/text-link';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Status } from '../../words/status';
import type { ExpiringKey } from './key-expiry-rows';
import { expiryWords, messages } from './messages';

const WIDTH = 240;
const HEIGHT = 16;
const DAY = 86_400_000;
/** The line begins so long before now and ends at least so long after. */
const BEFORE = 30 * DAY;
const AFTER = 365 * DAY;
const forcedColors = '@media (forced-colors: active)';

const useStyles = makeStyles({
  scroller: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, backgroundColor: tokens.colorNeutralBackground1 },
  head: { padding: '4px 12px 4px 6px', fontWeight: 400, textAlign: 'left' },
  cell: { padding: '4px 12px 4px 6px', fontWeight: 400, textAlign: 'left', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'block', width: `${WIDTH}px`, height: `${HEIGHT}px` },
  axis: { stroke: tokens.colorNeutralStroke1, [forcedColors]: { stroke: 'CanvasText' } },
  now: { stroke: tokens.colorNeutralForeground1, [forcedColors]: { stroke: 'CanvasText' } },
});

const useTones = makeStyles({
  past: { fill: palette.tresorError, [forcedColors]: { fill: 'CanvasText' } },
  soon: { fill: palette.tresorWarning, [forcedColors]: { fill: 'CanvasText' } },
  later: { fill: palette.tresorTick, [forcedColors]: { fill: 'CanvasText' } },
});

const STATUS: Readonly<Record<ExpiringKey['state'], Status>> = { past: 'error', soon: 'warning', later: 'success' };

interface ExpiryLineProps {
  label: string;
  keys: readonly ExpiringKey[];
  now: number;
  to: (key: ExpiringKey) => string;
}

/** When keys run out, on one line of time for all: the upright stroke is now. */
export default function ExpiryLine({ label, keys, now, to }: ExpiryLineProps) {
  const styles = useStyles();
  const tones = useTones();
  const text = useText();
  const format = useFormat();
  const begin = Math.min(now - BEFORE, ...keys.map(({ expires }) => expires));
  const end = Math.max(now + AFTER, ...keys.map(({ expires }) => expires));
  const x = (moment: number) => 6 + ((moment - begin) / (end - begin)) * (WIDTH - 12);
  return (
    <div className={styles.scroller}>
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {[messages.machine, messages.keyName, messages.expires, messages.timeLine].map((header) => (
              <th key={header.en} scope="col" className={styles.head}>
                {text(header)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={`${Object.values(key.item).join('/')} ${key.kind}`}>
              <th scope="row" className={styles.cell}>
                <TextLink to={to(key)}>{key.item.vmName}</TextLink>
              </th>
              <td className={styles.cell}>{text(key.kind === 'key' ? messages.keyNamed : messages.secretNamed, { name: key.name })}</td>
              <td className={styles.cell}>
                <StatusBadge status={STATUS[key.state]}>{format.date(new Date(key.expires))}</StatusBadge>
              </td>
              <td className={styles.cell}>
                <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden className={styles.line}>
                  <line x1={0} x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className={styles.axis} />
                  <line x1={x(now)} x2={x(now)} y1={0} y2={HEIGHT} className={styles.now} />
                  {key.state === 'past' ? (
                    <rect x={x(key.expires) - 5} y={3} width={10} height={10} className={tones.past} />
                  ) : (
                    <circle cx={x(key.expires)} cy={HEIGHT / 2} r={5} className={tones[key.state]} />
                  )}
                </svg>
                <span className="visually-hidden">{text(expiryWords[key.state])}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
