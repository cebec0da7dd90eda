import { makeStyles, tokens } from '@fluentui/react-components';
import type { JobDetails } from '@tresor/contracts';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { Essentials } from '../../ui/layout/essentials';
import { InfoBox } from '../../ui/feedback/info-box';
import { ProgressLine } from '../../ui/feedback/progress-line';
import { JobStatus } from '../../azure/jobs/job-status';
import { isRunning, takesLong } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { JobErrors } from './job-errors';
import { messages } from './messages';
import { propertyValue, propertyWord } from './property-words';
import { StartedBy } from './started-by';
import { TaskList } from './task-list';

const useStyles = makeStyles({
  heading: { margin: '16px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
});

const isMoment = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

export function JobFacts({ job }: { job: JobDetails }) {
  const styles = useStyles();
  const text = useText();
  const word = useWord();
  const format = useFormat();
  const none = text(messages.none);
  const moment = (at: string | null) => (at === null ? none : format.dateTime(at));
  const { progressPercentage: progress, tasks, errors, properties } = job;
  const running = isRunning(job);
  const valueText = (value: string) => (isMoment(value) ? format.dateTime(value) : word(propertyValue(value)));
  return (
    <>
      <Essentials
        entries={[
          { name: text(messages.status), value: <JobStatus status={job.status} /> },
          { name: text(messages.duration), value: job.durationSeconds === null ? none : format.duration(job.durationSeconds) },
          { name: text(messages.startTime), value: moment(job.startTime) },
          { name: text(messages.endTime), value: running ? text(messages.stillRunning) : moment(job.endTime) },
          { name: text(messages.startedBy), value: <StartedBy /> },
          { name: text(messages.jobId), value: job.id },
          { name: text(messages.correlationId), value: job.correlationId ?? none },
        ]}
      />
      {takesLong(job) && <InfoBox>{text(messages.takesLong)}</InfoBox>}
      {running && progress === null && <p>{text(messages.progressUnknown)}</p>}
      {progress !== null && (
        <>
          <ProgressLine value={progress / 100} label={text(messages.progress)} />
          <p>{text(messages.percent, { value: Math.round(progress) })}</p>
        </>
      )}
      {errors.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.errors)}</h3>
          <JobErrors errors={errors} machine={job.machine} />
        </>
      )}
      {tasks.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.tasks)}</h3>
          <TaskList job={job} />
        </>
      )}
      {properties.length > 0 && (
        <Essentials
          title={text(messages.details)}
          entries={properties.map(({ name, value }) => ({ name: word(propertyWord(name)), value: valueText(value) }))}
        />
      )}
    </>
  );
}
