import { ENCRYPTION_END_MS, type EncryptionEndClass } from '@tresor/support-matrix';
import { useMemo } from 'react';
import { Picture } from '../../azure/pictures/picture';
import { LOCALES, useLanguage } from '../../language/language';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { useLinkWithChoices } from '../../ui/fields/use-address-choice';
import { Disclosure } from '../../ui/layout/disclosure';
import { BarTable } from '../../ui/chart/bar-table';
import { CountBars } from '../../ui/chart/count-bars';
import type { Tone } from '../../ui/chart/tones';
import { countClasses, endingMonths, type EndingMonth, type EndingRow } from './ending-rows';
import { classNames, messages } from './messages';
import { MonthLine } from './month-line';

const TONES: Readonly<Record<EncryptionEndClass, Tone>> = {
  rebuild: 'key',
  movable: 'long',
  untold: 'after',
  'at-host': 'main',
  'not-affected': 'main',
};

/** Where the machines stand: how many are in each class, and month by month how many are left. */
export function EndingPictures({ rows, now }: { rows: readonly EndingRow[]; now: number }) {
  const text = useText();
  return (
    <>
      <Picture title={text(messages.byClass)} level={2}>
        {() => <ByClass rows={rows} />}
      </Picture>
      <Picture title={text(messages.byMonth)} level={2}>
        {() => <ByMonth rows={rows} now={now} />}
      </Picture>
    </>
  );
}

function ByClass({ rows }: { rows: readonly EndingRow[] }) {
  const text = useText();
  const withChoices = useLinkWithChoices();
  return (
    <CountBars
      label={text(messages.byClass)}
      head={text(messages.class)}
      counts={countClasses(rows).map(({ class: one, count }) => ({ key: one, label: text(classNames[one]), count, tone: TONES[one] }))}
      to={(one) => withChoices(paths.encryptionEnd(), { show: one })}
    />
  );
}

function ByMonth({ rows, now }: { rows: readonly EndingRow[]; now: number }) {
  const text = useText();
  const format = useFormat();
  const language = useLanguage();
  const months = useMemo(() => endingMonths(rows, now, ENCRYPTION_END_MS), [rows, now]);
  const monthName = new Intl.DateTimeFormat(LOCALES[language], { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const total = rows.filter(({ planned }) => planned !== null).length;
  const undated = rows.filter(({ end, createdAt }) => end.class === 'at-host' && createdAt === null).length;
  const leftWords = ({ left }: EndingMonth) => (left === null ? text(messages.notKnown) : text(messages.leftWords, { left, total }));
  const bars = months.map((one) => ({
    key: String(one.month),
    label: monthName.format(one.month),
    value: one.left,
    tone: one.month > ENCRYPTION_END_MS ? ('key' as const) : ('long' as const),
    words: leftWords(one),
    cells: [one.left === null ? text(messages.notKnown) : format.number(one.left), format.number(one.planned), format.number(one.made)],
  }));
  const say = (one: EndingMonth) =>
    `${monthName.format(one.month)}: ${leftWords(one)}; ${text(messages.planned)}: ${format.number(one.planned)}; ${text(messages.made)}: ${format.number(one.made)}`;
  return (
    <>
      <MonthLine
        label={text(messages.lineLabel, { total })}
        months={months}
        end={ENCRYPTION_END_MS}
        words={say}
        legend={{ left: text(messages.left), made: text(messages.made) }}
        nameOf={(month) => monthName.format(month)}
      />
      <p>{text(messages.progressBasis, { undated })}</p>
      <Disclosure label={text(messages.asTable)} name={text(messages.asTable)}>
        <BarTable
          label={text(messages.byMonth)}
          heads={[text(messages.month), text(messages.left), text(messages.planned), text(messages.made)]}
          rows={bars}
        />
      </Disclosure>
    </>
  );
}
