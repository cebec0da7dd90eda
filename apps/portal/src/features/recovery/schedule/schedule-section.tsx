import { makeStyles, tokens } from '@fluentui/react-components';
import type { RecoveryOutlook, RecoveryPlan } from '@tresor/contracts';
import { useMemo } from 'react';
import { azureNow } from '../../../api/azure-time';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { ProgressLine } from '../../../ui/feedback/progress-line';
import { lengthWords } from '../../../words/length-words';
import { keyOfItem } from '../item-key';
import { plannedObjectives } from '../objectives/judge-objectives';
import { ObjectivesSection } from '../objectives/objectives-section';
import { decidingWords } from './duration-words';
import { messages } from './messages';
import { ScheduleChart } from './schedule-chart';
import { ScheduleTable } from './schedule-table';
import { scheduleRows } from './schedule-rows';
import { useSchedule } from './use-schedule';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  // A list says it better where there is no width for bars.
  chart: { '@media (max-width: 639px)': { display: 'none' } },
});

interface ScheduleSectionProps {
  plan: RecoveryPlan;
  /** Of all machines of the plan that could be looked at. */
  outlooks: ReadonlyMap<string, RecoveryOutlook>;
}

/** How long it takes, in one sentence; nothing while that is not known. */
export function ScheduleInShort({ plan, outlooks }: ScheduleSectionProps) {
  const text = useText();
  const format = useFormat();
  const { schedule, isRead } = useSchedule(plan, outlooks);
  if (!isRead || schedule.machines.length === 0) return null;
  const { expected, low, high } = schedule.total;
  const time = (seconds: number) => lengthWords(seconds, text, format);
  return (
    <p>
      {text(messages.total, { time: time(expected), low: time(low), high: time(high) })} {text(messages.inShort)}
    </p>
  );
}

/** How long it takes, what that rests on and what decides it: in words, as a table, and as bars. */
export function ScheduleSection({ plan, outlooks }: ScheduleSectionProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { schedule, isRead, isFailed } = useSchedule(plan, outlooks);
  const rows = useMemo(() => scheduleRows(schedule), [schedule]);
  const time = (seconds: number) => lengthWords(seconds, text, format);
  const { total, machines, leftOut } = schedule;
  const runs = useMemo(() => new Map(rows.map((row) => [row.id, row.runs])), [rows]);
  const objectives = plan.machines.map((machine) => {
    const key = keyOfItem(machine.item);
    return plannedObjectives(machine, outlooks.get(key), runs.get(key), azureNow());
  });
  return (
    <>
      <section aria-label={text(messages.heading)}>
        <h3 className={styles.heading}>{text(messages.heading)}</h3>
        {!isRead && <ProgressLine label={text(messages.reading)} />}
        {isRead && machines.length === 0 && <p>{text(messages.nothing)}</p>}
        {isRead && machines.length > 0 && (
          <>
            <output>
              <p>
                {text(messages.total, { time: time(total.expected), low: time(total.low), high: time(total.high) })}{' '}
                {decidingWords(schedule, text, format)}
              </p>
              {leftOut > 0 && <p>{text(messages.leftOut, { count: leftOut })}</p>}
              {isFailed && <p>{text(messages.unread)}</p>}
            </output>
            <p className={styles.quiet}>
              {text(messages.intro)} {text(messages.vaultLimit)}
            </p>
            <div className={styles.chart}>
              <ScheduleChart rows={rows} />
            </div>
            <ScheduleTable rows={rows} />
          </>
        )}
      </section>
      {isRead && <ObjectivesSection rows={objectives} basis="planned" />}
    </>
  );
}
