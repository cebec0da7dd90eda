import { makeStyles, tokens } from '@fluentui/react-components';
import type { JobDetails } from '@tresor/contracts';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { Essentials } from '../../ui/essentials';
import { ProgressLine } from '../../ui/progress-line';
import { StatusBadge } from '../../ui/status-badge';
import { statusBadge, statusWord } from './job-words';
import { messages } from './messages';
import { useWord } from './use-word';

const useStyles = makeStyles({
  heading: { margin: '16px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  task: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: '4px 12px',
    padding: '8px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  error: { padding: '8px 0', overflowWrap: 'anywhere' },
  errorTitle: { fontWeight: tokens.fontWeightSemibold },
});

export function JobFacts({ job }: { job: JobDetails }) {
  const styles = useStyles();
  const text = useText();
  const word = useWord();
  const format = useFormat();
  const moment = (at: string | null) => (at === null ? text(messages.none) : format.dateTime(at));
  const { progressPercentage: progress, tasks, errors } = job;
  return (
    <>
      <Essentials
        entries={[
          {
            name: text(messages.status),
            value: <StatusBadge status={statusBadge(job.status)}>{word(statusWord(job.status))}</StatusBadge>,
          },
          {
            name: text(messages.duration),
            value: job.durationSeconds === null ? text(messages.none) : format.duration(job.durationSeconds),
          },
          { name: text(messages.startTime), value: moment(job.startTime) },
          { name: text(messages.endTime), value: moment(job.endTime) },
          { name: text(messages.jobId), value: job.id },
          { name: text(messages.correlationId), value: job.correlationId ?? text(messages.none) },
        ]}
      />
      {progress !== null && (
        <>
          <ProgressLine value={progress / 100} label={text(messages.progress)} />
          <p>{text(messages.percent, { value: Math.round(progress) })}</p>
        </>
      )}
      {tasks.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.tasks)}</h3>
          <ul className={styles.list}>
            {tasks.map(({ name, status }) => (
              <li key={name} className={styles.task}>
                {name}
                <StatusBadge status={statusBadge(status)}>{word(statusWord(status))}</StatusBadge>
              </li>
            ))}
          </ul>
        </>
      )}
      {errors.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.errors)}</h3>
          <ul className={styles.list}>
            {errors.map(({ code, title, message, recommendations }) => (
              <li key={`${code} ${title} ${message}`} className={styles.error}>
                <div className={styles.errorTitle}>{title}</div>
                {code !== null && <div>{text(messages.code, { code: String(code) })}</div>}
                <div>{message}</div>
                {recommendations.length > 0 && <div>{text(messages.todo)}:</div>}
                <ul>
                  {recommendations.map((recommendation) => (
                    <li key={recommendation}>{recommendation}</li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
