import { TIMED_STEPS, type TimedStep } from '@tresor/support-matrix';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { loadPart } from '../../../api/load-code';
import { useFormat } from '../../../language/use-format';
import { useText, type Text } from '../../../language/use-text';
import type { TimeRow } from '../../../ui/chart/time-bars';
import type { Tone } from '../../../ui/chart/tones';
import { lengthWords } from '../../../words/length-words';
import { stepTitles } from '../../../words/restore-steps';
import { waitWords } from './duration-words';
import { messages } from './messages';
import type { ScheduleRow } from './schedule-rows';

const TimeBars = lazy(() => loadPart(() => import('../../../ui/chart/time-bars')));

const TONE: Readonly<Record<TimedStep, Tone>> = {
  disks: 'long',
  keys: 'key',
  machine: 'main',
  encryption: 'main',
  protection: 'after',
  'after-care': 'after',
};

/** What each color stands for, of the steps that are taken. */
function legendOf(rows: readonly ScheduleRow[], text: Text): { tone: Tone; words: string }[] {
  const shown = new Set(rows.flatMap(({ bars }) => bars.map(({ step }) => step)));
  const taken = TIMED_STEPS.filter((step) => shown.has(step));
  return [...new Set(taken.map((step) => TONE[step]))].map((tone) => {
    const named = taken.filter((step) => TONE[step] === tone);
    return { tone, words: named.map((step) => text(stepTitles[step])).join(', ') };
  });
}

/** The same as a bar chart. Its code comes once the place it takes is in sight. */
export function ScheduleChart({ rows }: { rows: readonly ScheduleRow[] }) {
  const text = useText();
  const format = useFormat();
  const place = useRef<HTMLDivElement>(null);
  const [isInSight, setInSight] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setInSight(true);
    });
    if (place.current) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const time = (seconds: number) => (seconds === 0 ? text(messages.beginning) : lengthWords(seconds, text, format));
  const told = rows.map(({ id, name, wave, bars }, at): TimeRow => ({
    key: id,
    label: name,
    first: rows[at - 1]?.wave !== wave,
    bars: bars.map(({ step, start, end, wait }) => {
      const words = text(messages.barWords, { name, step: text(stepTitles[step]), from: time(start), to: time(end) });
      return { start, end, tone: TONE[step], words: wait === null ? words : `${words}; ${waitWords(wait, text)}` };
    }),
  }));
  return (
    <div ref={place} style={{ minHeight: '60px' }}>
      {isInSight && (
        <Suspense>
          <TimeBars label={text(messages.chart)} rows={told} tick={time} legend={legendOf(rows, text)} />
        </Suspense>
      )}
    </div>
  );
}
