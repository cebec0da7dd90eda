import { makeStyles, tokens } from '@fluentui/react-components';
import { useQuery } from '@tanstack/react-query';
import type { DiscardItem, JobId, VaultPath } from '@tresor/contracts';
import { api } from '../../../api/api';
import { surplusQuery } from '../../../api/restore-queries';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { PlainButton } from '../../../ui/actions/buttons';
import { ProblemBar } from '../../../ui/feedback/problem-bar';
import { ReasonField } from '../../../azure/commands/reason-field';
import { useSending } from '../../../azure/commands/use-sending';
import { keepWords } from '../discard/discard-messages';
import { useLacking } from '../discard/discard-sight';
import { DiscardOutcome } from '../discard/discard-outcome';
import { disksMessages as messages } from '../progress/journey-messages';
import { useStepCommand } from '../progress/use-step-command';

const useStyles = makeStyles({
  heading: { margin: '16px 0 6px', fontSize: tokens.fontSizeBase400, fontWeight: 400 },
  list: { margin: '0 0 8px', paddingLeft: '18px', overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
});

/** Disks that came a second time because others were missing, and the way to be rid of them. */
export function SurplusDisks({ path, jobId }: { path: VaultPath; jobId: JobId }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const lackingOf = useLacking();
  const { data: items = [] } = useQuery(surplusQuery(path, jobId));
  const remove = useStepCommand(path, () => api.restores.removeSurplus({ ...path, jobId }));
  const line = ({ name, bytes, reason }: DiscardItem) => {
    const size = bytes === null ? name : `${name} (${format.bytes(bytes)})`;
    return reason === null ? size : `${size}: ${text(keepWords[reason])}`;
  };
  const whyNot = () => {
    if (remove.isPending) return text(messages.removingSurplus);
    if (items.some(({ reason }) => reason === null)) return undefined;
    const [lacking = text(messages.surplusStays)] = lackingOf(items);
    return lacking;
  };
  const sending = useSending({ send: () => remove.mutate(), reason: whyNot(), failed: remove.error });
  return (
    <>
      {remove.error !== null && <ProblemBar problem={remove.error} />}
      {items.length > 0 && (
        <>
          <h3 className={styles.heading}>{text(messages.surplus)}</h3>
          <p>{text(messages.surplusMeans)}</p>
          <ul className={styles.list}>
            {items.map((item) => (
              <li key={item.name}>{line(item)}</li>
            ))}
          </ul>
          <div className={styles.buttons}>
            <PlainButton onClick={sending.send} reason={sending.reason}>
              {text(messages.removeSurplus)}
            </PlainButton>
            {sending.again}
            {items.some(({ reason }) => reason === null) && <ReasonField />}
          </div>
        </>
      )}
      {remove.data !== undefined && <DiscardOutcome results={remove.data} />}
    </>
  );
}
