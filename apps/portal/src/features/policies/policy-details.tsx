import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { Policy } from '@tresor/contracts';
import { nextRun } from '@tresor/retention';
import { recurrenceOf } from '@tresor/support-matrix';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { useNow } from '../../language/use-now';
import { useIanaZone, zoneTableQuery } from '../../language/use-zone';
import { offsetLabel } from '../../language/wall-clock';
import { messages } from './messages';
import { ZoneNote } from './zone-note';
import { retentionWords, scheduleWords } from './policy-words';

const useStyles = makeStyles({
  heading: {
    margin: '18px 0 4px',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    textTransform: 'uppercase',
  },
  line: { margin: '4px 0' },
  level: { margin: '0 0 10px' },
  quiet: { margin: '4px 0', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** What a policy does, in words. */
export function PolicyDetails({ policy }: { policy: Policy }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const zone = useIanaZone(policy.timeZone);
  const { isPending: isZoneToCome } = useQuery(zoneTableQuery());
  const { schedule, retention } = policy;
  const now = useNow();

  const run = schedule !== null && zone !== null ? nextRun(recurrenceOf(schedule, zone), now) : undefined;

  if (schedule === null || retention === null) return <p>{text(messages.unreadable)}</p>;
  return (
    <>
      <h3 className={styles.heading}>{text(messages.frequencyHeading)}</h3>
      <p className={styles.line}>{scheduleWords(schedule, { text, format })}</p>
      <p className={styles.quiet}>
        {zone === null
          ? text(messages.zoneAlone, { zone: policy.timeZone })
          : text(messages.zoneWithOffset, { zone: policy.timeZone, offset: offsetLabel(zone, now) })}
      </p>
      {isZoneToCome && <p className={styles.quiet}>&nbsp;</p>}
      {run !== undefined && <p className={styles.quiet}>{text(messages.nextRun, { moment: format.dateTime(new Date(run.at)) })}</p>}
      {(isZoneToCome || zone !== null) && (
        <details className={styles.quiet}>
          <summary>{text(messages.clockHeading)}</summary>
          {zone !== null && <ZoneNote schedule={schedule} zone={zone} />}
        </details>
      )}
      <h3 className={styles.heading}>{text(messages.retentionHeading)}</h3>
      <dl className={styles.line}>
        {retentionWords(retention, schedule, { text, format }).map(({ title, sentence }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd className={styles.level}>{sentence}</dd>
          </div>
        ))}
      </dl>
      {policy.instantRestoreDays !== null && (
        <p className={styles.quiet}>{text(messages.snapshots, { count: policy.instantRestoreDays })}</p>
      )}
      <p className={styles.quiet}>{text(messages.usedBy, { count: policy.protectedItems })}</p>
    </>
  );
}
