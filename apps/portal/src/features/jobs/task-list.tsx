import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { JobDetails } from '@tresor/contracts';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { palette } from '../../theme/theme';
import { JobStatus } from '../../azure/jobs/job-status';
import { taskWord } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { messages } from './messages';
import { transferredOf } from './property-words';
import { timelineOf } from './timeline';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  task: { padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '4px 12px' },
  times: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, overflowWrap: 'anywhere' },
  track: { height: '8px', margin: '6px 0 4px', backgroundColor: palette.tresorTileArea },
  // Without the last word on colors, bar and track become one in forced colors.
  bar: { height: '100%', backgroundColor: palette.tresorRunning, forcedColorAdjust: 'none' },
  open: { maskImage: 'linear-gradient(to right, black 60%, transparent)' },
  broken: {
    backgroundColor: 'transparent',
    backgroundImage: `repeating-linear-gradient(135deg, ${palette.tresorError} 0 4px, transparent 4px 8px)`,
    borderRight: `2px solid ${palette.tresorError}`,
    boxSizing: 'border-box',
  },
});

/** The tasks of a job: as a list to read, and with a bar each to see when it ran. */
export function TaskList({ job }: { job: JobDetails }) {
  const styles = useStyles();
  const text = useText();
  const word = useWord();
  const format = useFormat();
  const bars = timelineOf(job);
  const endStyle = { done: undefined, 'going-on': undefined, open: styles.open, broken: styles.broken };
  const detailsText = (details: string) => {
    const moved = transferredOf(details);
    return moved === null ? details : text(messages.transferred, moved);
  };
  return (
    <ol className={styles.list}>
      {job.tasks.map(({ name, status, startTime, durationSeconds, details }, index) => {
        const bar = bars[index] ?? null;
        const times = [
          startTime === null ? text(messages.startUnknown) : text(messages.begun, { moment: format.dateTime(startTime) }),
          ...(durationSeconds === null ? [] : [text(messages.lasted, { duration: format.duration(durationSeconds) })]),
          ...(details === null || details === '' ? [] : [detailsText(details)]),
        ];
        return (
          <li key={name} className={styles.task}>
            <div className={styles.line}>
              {word(taskWord(name))}
              <JobStatus status={status} />
            </div>
            {bar !== null && (
              <div aria-hidden className={styles.track}>
                <div
                  className={mergeClasses(styles.bar, endStyle[bar.end])}
                  style={{ marginLeft: `${bar.start * 100}%`, width: `${bar.length * 100}%` }}
                />
              </div>
            )}
            <div className={styles.times}>{times.join(' · ')}</div>
          </li>
        );
      })}
    </ol>
  );
}
