import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { VaultPath } from '@tresor/contracts';
import { policiesQuery } from '../../api/queries';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { paths } from '../../paths';
import { useNow } from '../../time-zones/use-now';
import { useIanaZone } from '../../time-zones/use-zone';
import { nextRun } from '../../time-zones/wall-clock';
import { InfoBox } from '../../ui/info-box';
import { TextLink } from '../../ui/text-link';
import { resultMessages as messages } from './result-messages';

const useStyles = makeStyles({
  heading: { margin: '18px 0 4px', fontSize: tokens.fontSizeBase300 },
  line: { margin: '4px 0' },
  title: { margin: 0, fontSize: tokens.fontSizeBase300 },
});

/** Says plainly that nothing is backed up yet, when the policy will do it, and what to do now. */
export function NextSteps({ path, policyName }: { path: VaultPath; policyName: string }) {
  const styles = useStyles();
  const text = useText();
  return (
    <>
      <InfoBox>
        <h3 className={styles.title}>{text(messages.noPoint)}</h3>
        <p>{text(messages.noPointText)}</p>
        <NextRun path={path} policyName={policyName} />
      </InfoBox>
      <h3 className={styles.heading}>{text(messages.nextStep)}</h3>
      <p className={styles.line}>{text(messages.nextStepText)}</p>
      <p className={styles.line}>
        <TextLink to={paths.items(path)}>{text(messages.toItems)}</TextLink>
      </p>
      <p className={styles.line}>
        <TextLink to={paths.jobs(path)}>{text(messages.toJobs)}</TextLink>
      </p>
    </>
  );
}

function NextRun({ path, policyName }: { path: VaultPath; policyName: string }) {
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const { data: policies } = useQuery(policiesQuery(path));
  const policy = policies?.find(({ name }) => name === policyName);
  const zone = useIanaZone(policy?.timeZone);
  if (policy?.schedule == null || zone === null) return null;
  const moment = format.dateTime(nextRun(policy.schedule, zone, now));
  const time = format.timeOfDay(policy.schedule.time);
  return <p>{text(messages.nextRun, { policy: policyName, moment, time, zone: policy.timeZone })}</p>;
}
