import { makeStyles, tokens } from '@fluentui/react-components';
import type { JobDetails, JobStarter } from '@tresor/contracts';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { Essentials } from '../../ui/layout/essentials';
import { InfoBox } from '../../ui/feedback/info-box';
import { ProgressLine } from '../../ui/feedback/progress-line';
import { AzureFindings } from '../../azure/failures/azure-findings';
import { JobStatus } from '../../azure/jobs/job-status';
import { isRunning, takesLong } from '../../words/job-words';
import { useWord } from '../../words/use-word';
import { messages, starterWords } from './messages';
import { propertyValue, propertyWord } from './property-words';
import { TaskList } from './task-list';
import { jobStarterQuery } from '../../api/queries';
import { useJobId, useVaultPath } from '../../map/paths';

const useStyles = makeStyles({
  heading: { margin: '16px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
});

const isMoment = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value);

type Caller = Extract<JobStarter, { by: 'caller' }>;

const nameOf = ({ displayName, caller }: Caller) => (displayName === null ? caller : `${displayName} (${caller})`);

/** Who started the job of this blade, by Azure's activity log; read by itself, for the log is slow. */
function StartedBy() {
  const text = useText();
  const path = useVaultPath();
  const jobId = useJobId();
  const { data, isPending } = useQuery(jobStarterQuery(path, jobId));
  if (data === undefined) return <>{text(isPending ? starterWords.reading : starterWords.unknown)}</>;
  return <>{data.by === 'caller' ? nameOf(data) : text(starterWords[data.by])}</>;
}

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
          <p>
            {text(messages.percent, { value: Math.round(progress) })}
            {running && job.remainingSeconds ? ` ${text(messages.remaining, { duration: format.duration(job.remainingSeconds) })}` : null}
          </p>
        </>
      )}
      {errors.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.errors)}</h3>
          <AzureFindings findings={errors} machine={job.machine} />
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
