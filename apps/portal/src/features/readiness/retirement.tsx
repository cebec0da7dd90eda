import { makeStyles, tokens } from '@fluentui/react-components';
import { DISK_ENCRYPTION_RETIRES, hasDiskEncryptionEnded, MIGRATE_ENCRYPTION } from '@tresor/support-matrix';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { SourceLine } from '../../ui/feedback/source-line';
import { useNow } from '../../language/use-now';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { Disclosure } from '../../ui/layout/disclosure';
import { InfoBox } from '../../ui/feedback/info-box';
import { retirementMessages as messages } from './messages';
import { daysUntil } from '../../language/days-until';

const useStyles = makeStyles({
  heading: { margin: 0, fontSize: tokens.fontSizeBase300 },
  steps: { margin: '4px 0', paddingLeft: '20px' },
});

/** When Azure Disk Encryption ends, how many machines that concerns, and how to leave it. */
export function Retirement({ count }: { count: number }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const now = useNow();
  const isOver = hasDiskEncryptionEnded(now);
  const days = daysUntil(DISK_ENCRYPTION_RETIRES, now);
  const date = format.date(`${DISK_ENCRYPTION_RETIRES}T12:00`);
  const steps = [messages.plan, messages.size, messages.windows, messages.linux, messages.protect];
  return (
    <InfoBox>
      <h3 className={styles.heading}>{text(isOver ? messages.headingOver : messages.heading)}</h3>
      <p>{isOver ? text(messages.over, { date, count }) : text(messages.countdown, { date, days, count })}</p>
      <p>{text(isOver ? messages.backupsOver : messages.backups)}</p>
      <p>
        <TextLink to={paths.encryptionEnd()}>{text(messages.whole)}</TextLink>
      </p>
      <Disclosure label={text(messages.steps)} name={text(messages.steps)}>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step.en}>{text(step)}</li>
          ))}
        </ol>
        <SourceLine source={MIGRATE_ENCRYPTION} />
      </Disclosure>
    </InfoBox>
  );
}
