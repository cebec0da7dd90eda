import { makeStyles, tokens } from '@fluentui/react-components';
import type { StorageDay } from '@tresor/contracts';
import { useMemo } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useTones, type Tone } from '../../ui/chart/tones';
import { Disclosure } from '../../ui/layout/disclosure';
import { messages } from './storage-messages';
import { storageRows, storedBytes, storedKinds, type StorageRow } from './storage-rows';
import { StorageTable } from './storage-table';
import { useStorageWords } from './storage-words';

const HEIGHT = 96;
const NARROWEST = 260;
const WIDEST = 860;
const DAY_WIDTH = 28;
const TONES: readonly Tone[] = ['long', 'key', 'main', 'after'];
const forcedColors = '@media (forced-colors: active)';

const useStyles = makeStyles({
  figure: { margin: 0, fontSize: tokens.fontSizeBase200 },
  legend: { display: 'flex', flexWrap: 'wrap', gap: '4px 16px', margin: '4px 0 8px', padding: 0, listStyleType: 'none' },
  sign: { width: '14px', height: '10px', marginRight: '6px' },
  chart: { display: 'block', width: '100%', height: `${HEIGHT}px` },
  axis: { stroke: tokens.colorNeutralStroke1, vectorEffect: 'non-scaling-stroke', [forcedColors]: { stroke: 'CanvasText' } },
  gap: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: '4px',
    strokeDasharray: '2 4',
    vectorEffect: 'non-scaling-stroke',
    [forcedColors]: { stroke: 'CanvasText' },
  },
  ends: { display: 'flex', justifyContent: 'space-between', gap: '12px' },
});

/** A column for each day on which somebody looked, and a dotted line where nobody did. */
export default function StorageColumns({ figures }: { figures: readonly StorageDay[] }) {
  const text = useText();
  const { dayOf, bytesOf } = useStorageWords();
  const rows = useMemo(() => storageRows(figures), [figures]);
  const [first, last] = [figures[0], figures.at(-1)];
  if (first === undefined || last === undefined) return null;
  if (first === last) return <p>{text(messages.firstStorage, { day: dayOf(first.day), bytes: bytesOf(first) })}</p>;
  return (
    <>
      <p>{text(messages.aboutStorage, { first: dayOf(first.day) })}</p>
      <Columns rows={rows} kinds={storedKinds(figures)} first={first} last={last} />
      <Disclosure label={text(messages.asTable)} name={text(messages.storageAsTable)}>
        <StorageTable rows={rows} kinds={storedKinds(figures)} />
      </Disclosure>
    </>
  );
}

interface ColumnsProps {
  rows: readonly StorageRow[];
  kinds: readonly string[];
  first: StorageDay;
  last: StorageDay;
}

function Columns({ rows, kinds, first, last }: ColumnsProps) {
  const styles = useStyles();
  const tones = useTones();
  const text = useText();
  const format = useFormat();
  const { dayOf, bytesOf, kindOf, wordsOf } = useStorageWords();
  const most = Math.max(1, ...rows.map(({ figure }) => (figure && storedBytes(figure)) ?? 0));
  const begins = rows.reduce<number[]>((all, _, at) => [...all, at === 0 ? 0 : (all[at - 1] ?? 0) + (rows[at - 1]?.days ?? 0)], []);
  const days = rows.reduce((all, row) => all + row.days, 0);
  const width = Math.min(WIDEST, Math.max(NARROWEST, days * DAY_WIDTH));
  const toneOf = (at: number) => tones.bar(TONES[at % TONES.length] ?? 'long');
  const label = text(messages.storageLabel, {
    first: dayOf(first.day),
    last: dayOf(last.day),
    before: bytesOf(first),
    now: bytesOf(last),
    most: format.bytes(most),
  });
  return (
    <figure className={styles.figure} style={{ ...tones.style, maxWidth: `${width}px` }}>
      {tones.patterns}
      <ul className={styles.legend} aria-hidden>
        {(kinds.length > 1 ? kinds : ['']).map((kind, at) => (
          <li key={kind}>
            <svg className={styles.sign} viewBox="0 0 14 10">
              <rect width="14" height="10" {...toneOf(at)} />
            </svg>
            {kind === '' ? text(messages.stored) : kindOf(kind)}
          </li>
        ))}
        {rows.some(({ figure }) => figure === undefined) && (
          <li>
            <svg className={styles.sign} viewBox="0 0 14 10">
              <line x1="0" x2="14" y1="5" y2="5" className={styles.gap} />
            </svg>
            {text(messages.notSeen)}
          </li>
        )}
      </ul>
      <div aria-hidden>{format.bytes(most)}</div>
      <svg className={styles.chart} viewBox={`0 0 ${days} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {rows.map((row, at) => {
          const x = begins[at] ?? 0;
          let y = HEIGHT - 2;
          return (
            <g key={row.first}>
              <title>{wordsOf(row)}</title>
              {row.figure === undefined && <line x1={x} x2={x + row.days} y1={HEIGHT - 5} y2={HEIGHT - 5} className={styles.gap} />}
              {kinds.map((kind, index) => {
                const bytes = row.figure?.usage.find(({ replication }) => replication === kind)?.bytes ?? 0;
                const height = (bytes / most) * (HEIGHT - 4);
                y -= height;
                return (
                  <rect key={kind} x={x + 0.1} width={0.8} y={y} height={height} vectorEffect="non-scaling-stroke" {...toneOf(index)} />
                );
              })}
            </g>
          );
        })}
        <line x1={0} x2={days} y1={HEIGHT - 1} y2={HEIGHT - 1} className={styles.axis} />
      </svg>
      <div className={styles.ends} aria-hidden>
        <span>{dayOf(first.day)}</span>
        <span>{dayOf(last.day)}</span>
      </div>
    </figure>
  );
}
