import { makeStyles, tokens } from '@fluentui/react-components';
import { useQueries, useQuery } from '@tanstack/react-query';
import type { ProtectionBatch, VaultPath } from '@tresor/contracts';
import { nextRun } from '@tresor/retention';
import { recurrenceOf } from '@tresor/support-matrix';
import { isJobId } from '../../api/known-ids';
import { itemsQuery, jobQuery, policiesQuery } from '../../api/queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { useNow } from '../../language/use-now';
import { useIanaZone } from '../../language/use-zone';
import { InfoBox } from '../../ui/feedback/info-box';
import { TextLink } from '../../ui/actions/text-link';
import { resultMessages as messages } from './result-messages';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase300 },
  line: { margin: '4px 0' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

/** Of the machines that a batch protected, how many have a recovery point; undefined while that is not known. */
function usePointCount(path: VaultPath, { results }: ProtectionBatch): { done: number; total: number } | undefined {
  const { data: items } = useQuery(itemsQuery(path));
  if (items === undefined) return undefined;
  const backedUp = items.filter(({ deletedAt, latestRecoveryPoint }) => deletedAt === null && latestRecoveryPoint !== null);
  const ids = new Set(backedUp.map(({ vmId }) => vmId.toLowerCase()));
  const machines = results.filter(({ state }) => state === 'protected');
  return { done: machines.filter(({ vmId }) => ids.has(vmId.toLowerCase())).length, total: machines.length };
}

/** Says plainly which machines are not backed up yet, when the policy will do it, and what to do now. */
export function NextSteps({ path, batch, willFail }: { path: VaultPath; batch: ProtectionBatch; willFail: boolean }) {
  const styles = useStyles();
  const text = useText();
  const count = usePointCount(path, batch);
  const isLeft = count !== undefined && count.done < count.total;
  return (
    <>
      {count !== undefined && (
        <InfoBox>
          {count.done === 0 ? (
            <>
              <h3 className={styles.title}>{text(messages.noPoint)}</h3>
              <p>
                {text(messages.noPointText)} {!willFail && text(messages.untilThen)}
              </p>
            </>
          ) : (
            <p>{text(messages.somePoints, count)}</p>
          )}
          {isLeft && <NextRun path={path} batch={batch} />}
        </InfoBox>
      )}
      {isLeft && (
        <>
          <h3 className={styles.heading}>{text(willFail ? messages.mendFirst : messages.nextStep)}</h3>
          <p className={styles.line}>{text(willFail ? messages.mendFirstText : messages.nextStepText)}</p>
        </>
      )}
      <p className={styles.line}>
        <TextLink to={paths.items(path)}>{text(messages.toItems)}</TextLink>
      </p>
      <p className={styles.line}>
        <TextLink to={paths.jobs(path)}>{text(messages.toJobs)}</TextLink>
      </p>
    </>
  );
}

/** When Azure last said what time it is there: its clock, not the browser's, decides when a policy runs. */
function useAzureTime(path: VaultPath, { results }: ProtectionBatch): number | undefined {
  const here = useNow();
  const [first] = results.map(({ jobId }) => jobId ?? undefined).filter(isJobId);
  const [job] = useQueries({ queries: (first === undefined ? [] : [first]).map((jobId) => jobQuery(path, jobId)) });
  if (job?.isLoading === true) return undefined;
  const there = job?.data?.endTime ?? job?.data?.startTime;
  return there == null ? here : Math.max(here, Date.parse(there));
}

function NextRun({ path, batch }: { path: VaultPath; batch: ProtectionBatch }) {
  const text = useText();
  const format = useFormat();
  const { policyName } = batch;
  const now = useAzureTime(path, batch);
  const { data: policies } = useQuery(policiesQuery(path));
  const policy = policies?.find(({ name }) => name === policyName);
  const zone = useIanaZone(policy?.timeZone);
  if (policy?.schedule == null || zone === null || now === undefined) return null;
  const run = nextRun(recurrenceOf(policy.schedule, zone), now);
  if (run === undefined) return null;
  const moment = format.dateTime(new Date(run.at));
  const time = format.timeOfDay(policy.schedule.time);
  return <p>{text(messages.nextRun, { policy: policyName, moment, time, zone: policy.timeZone })}</p>;
}
