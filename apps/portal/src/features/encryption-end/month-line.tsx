import { makeStyles, tokens } from '@fluentui/react-components';
import { useTones } from '../../ui/chart/tones';
import type { EndingMonth } from './ending-rows';

const WIDTH = 760;
const HEIGHT = 96;
const FOOT = 18;
const forcedColors = '@media (forced-colors: active)';

const useStyles = makeStyles({
  chart: {
    display: 'block',
    width: '100%',
    maxWidth: `${WIDTH}px`,
    height: 'auto',
    fontSize: '11px',
    fill: tokens.colorNeutralForeground1,
    [forcedColors]: { fill: 'CanvasText' },
  },
  axis: { stroke: tokens.colorNeutralStroke1, [forcedColors]: { stroke: 'CanvasText' } },
  end: { stroke: tokens.colorNeutralForeground1, strokeDasharray: '4 3', [forcedColors]: { stroke: 'CanvasText' } },
});

interface MonthLineProps {
  /** What the picture shows, in a sentence: its months are told in the table below it. */
  label: string;
  months: readonly EndingMonth[];
  /** The moment of the end. */
  end: number;
  words: (month: EndingMonth) => string;
  legend: { left: string; made: string };
  nameOf: (month: number) => string;
}

const isNamed = (month: number, at: number) => at === 0 || new Date(month).getUTCMonth() === 0;

/** Machines that are left at the end of each month, and those that came, with a stroke where Azure Disk Encryption ends. */
export function MonthLine({ label, months, end, words, legend, nameOf }: MonthLineProps) {
  const styles = useStyles();
  const tones = useTones();
  const most = Math.max(1, ...months.flatMap(({ left, made }) => [left ?? 0, made]));
  const step = WIDTH / Math.max(1, months.length);
  const height = (count: number) => (count / most) * (HEIGHT - FOOT - 8);
  const base = HEIGHT - FOOT;
  const endAt = months.findIndex(({ month }) => month > end);
  const signs = [
    { tone: 'long' as const, name: legend.left },
    { tone: 'main' as const, name: legend.made },
  ];
  return (
    <>
      <p aria-hidden>
        {signs.map(({ tone, name }) => (
          <span key={tone} style={{ marginRight: '16px' }}>
            <svg width="14" height="10" viewBox="0 0 14 10" style={{ marginRight: '6px' }}>
              <rect width="14" height="10" {...tones.bar(tone)} />
            </svg>
            {name}
          </span>
        ))}
      </p>
      <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        {months.map((one, at) => (
          <g key={one.month}>
            <title>{words(one)}</title>
            {one.left !== null && (
              <rect x={at * step + 2} y={base - height(one.left)} width={step * 0.5} height={height(one.left)} {...tones.bar('long')} />
            )}
            <rect
              x={at * step + 2 + step * 0.5}
              y={base - height(one.made)}
              width={step * 0.3}
              height={height(one.made)}
              {...tones.bar('main')}
            />
            {isNamed(one.month, at) && (
              <text x={at * step + 2} y={HEIGHT - 4}>
                {nameOf(one.month)}
              </text>
            )}
          </g>
        ))}
        <line x1={0} x2={WIDTH} y1={base} y2={base} className={styles.axis} />
        <line
          x1={(endAt < 0 ? months.length : endAt) * step - 1}
          x2={(endAt < 0 ? months.length : endAt) * step - 1}
          y1={0}
          y2={base}
          className={styles.end}
        />
      </svg>
    </>
  );
}
