import { makeStyles } from '@fluentui/react-components';
import type { RecoveryPlan } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { PlainButton } from '../../../ui/actions/buttons';
import { TextLink } from '../../../ui/actions/text-link';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { messages } from './messages';

const useStyles = makeStyles({ ways: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' } });

interface ChangedMeanwhileProps {
  /** As it is now. */
  plan: RecoveryPlan;
  onKeepMine: () => void;
  onDiscard: () => void;
}

/** Somebody else was faster: nothing that was entered is lost, and the person decides what holds. */
export function ChangedMeanwhile({ plan, onKeepMine, onDiscard }: ChangedMeanwhileProps) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { by, at } = plan.changed ?? plan;
  return (
    <div role="alert">
      <p>
        <StatusBadge status="warning">{text(messages.changedMeanwhile, { name: by.name, at: format.dateTime(at) })}</StatusBadge>
      </p>
      <p>{text(messages.stillHere)}</p>
      <div className={styles.ways}>
        <PlainButton onClick={onKeepMine}>{text(messages.keepMine)}</PlainButton>
        <PlainButton onClick={onDiscard}>{text(messages.takeTheirs)}</PlainButton>
        <TextLink to={paths.recoveryPlan({ planId: plan.planId })} target="_blank">
          {text(messages.lookAtTheirs)}
        </TextLink>
      </div>
    </div>
  );
}
