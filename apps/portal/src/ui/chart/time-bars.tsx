import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTones, type Tone } from './tones';

/** A stretch of time of a row, in seconds from the beginning. */
export interface TimeBar {
  start: number;
  end: number;
  tone: Tone;
  /** What who points at it is told. */
  words: string;
}

export interface TimeRow {
  key: string;
  label: string;
  bars: readonly TimeBar[];
  /** Whether a line sets it off from the row above. */
  first: boolean;
}

export interface TimeBarsProps {
  /** What the chart shows, in a sentence: its rows are told in a table beside it. */
  label: string;
  rows: readonly TimeRow[];
  /** The words of a mark of the axis. */
  tick: (seconds: number) => string;
  legend: readonly { tone: Tone; words: string }[];
}

const ROW = 16;
const BAR = 10;
const HEAD = 18;
const LABELS = 150;
const WIDTH = 900;
const MOST_TICKS = 6;
const LONGEST_LABEL = 22;
const forcedColors = '@media (forced-colors: active)';

const useStyles = makeStyles({
  scroller: { maxHeight: '420px', overflowY: 'auto', '@media print': { maxHeight: 'none', overflowY: 'visible' } },
  chart: {
    display: 'block',
    width: '100%',
    height: 'auto',
    fontSize: '11px',
    fill: tokens.colorNeutralForeground1,
    [forcedColors]: { fill: 'CanvasText' },
  },
  grid: { stroke: tokens.colorNeutralStroke2 },
  wave: { stroke: tokens.colorNeutralForeground2 },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: '4px 0', padding: 0, listStyleType: 'none' },
  sign: { width: '20px', height: `${BAR}px`, marginRight: '6px', verticalAlign: 'middle' },
});

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [MINUTE, 5 * MINUTE, 10 * MINUTE, 15 * MINUTE, 30 * MINUTE, HOUR, 2 * HOUR, 4 * HOUR, 6 * HOUR, 12 * HOUR, DAY];

/** Where an axis of time from nothing to so many seconds is marked: at whole steps, at most so many of them, the end included or passed. */
export function timeTicks(seconds: number, most: number): number[] {
  const step = STEPS.find((one) => seconds / one <= most) ?? Math.ceil(seconds / most / DAY) * DAY;
  return Array.from({ length: Math.max(1, Math.ceil(seconds / step)) + 1 }, (_, at) => at * step);
}

/** Where a row begins. */
const y = (at: number) => HEAD + at * ROW;

const shortened = (label: string) => (label.length > LONGEST_LABEL ? `${label.slice(0, LONGEST_LABEL - 1)}…` : label);

/** When what happens, a row for each thing, of SVG marks alone. */
export default function TimeBars({ label, rows, tick, legend }: TimeBarsProps) {
  const styles = useStyles();
  const tones = useTones();
  const ticks = useMemo(() => timeTicks(Math.max(0, ...rows.flatMap(({ bars }) => bars.map(({ end }) => end))), MOST_TICKS), [rows]);
  const whole = ticks.at(-1) ?? 1;
  const x = (seconds: number) => LABELS + (seconds / whole) * (WIDTH - LABELS - 40);
  const height = y(rows.length) + 4;
  return (
    <figure style={{ ...tones.style, margin: 0 }}>
      {tones.patterns}
      <ul className={styles.legend} aria-hidden>
        {legend.map(({ tone, words }) => (
          <li key={tone}>
            <svg className={styles.sign} viewBox={`0 0 20 ${BAR}`}>
              <rect width="20" height={BAR} {...tones.bar(tone)} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <div className={styles.scroller}>
        <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
          {ticks.map((seconds) => (
            <g key={seconds}>
              <line x1={x(seconds)} x2={x(seconds)} y1={HEAD - 4} y2={height} className={styles.grid} />
              <text x={x(seconds)} y={HEAD - 7} textAnchor="middle">
                {tick(seconds)}
              </text>
            </g>
          ))}
          {rows.map(({ key, label: name, bars, first }, at) => (
            <g key={key}>
              {first && at > 0 && <line x1={0} x2={WIDTH} y1={y(at)} y2={y(at)} className={styles.wave} />}
              <text x={0} y={y(at) + ROW - 4}>
                {shortened(name)}
                <title>{name}</title>
              </text>
              {bars.map(({ start, end, tone, words }) => (
                <rect
                  key={start}
                  x={x(start)}
                  width={Math.max(1.5, x(end) - x(start))}
                  y={y(at) + (ROW - BAR) / 2}
                  height={BAR}
                  {...tones.bar(tone)}
                >
                  <title>{words}</title>
                </rect>
              ))}
            </g>
          ))}
        </svg>
      </div>
    </figure>
  );
}
