import { makeStyles, tokens } from '@fluentui/react-components';
import { useParams } from 'react-router';
import { useDelegated } from '../../api/use-delegated';
import { Blade } from '../../blades/blade';
import type { Message } from '../../language/messages';
import { useText } from '../../language/use-text';
import { useOptionalVaultPath } from '../../map/paths';
import { titles } from '../../map/map';
import { InfoBox } from '../../ui/feedback/info-box';
import { ChooseVault } from './choices';
import { entryOf } from './entries';
import { FixList } from './fix-list';
import type { HelpEntry } from './help-entry-kind';
import { messages } from './messages';
import { useEntryText } from './use-entry-text';

const useStyles = makeStyles({
  title: { margin: '4px 0 12px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  heading: { margin: '14px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '2px 0' },
});

/** One thing that can go wrong: why, what to do, and where. */
export default function HelpEntryBlade() {
  const text = useText();
  const { entry: codes = '' } = useParams();
  const entry = entryOf(codes);
  const subtitle = entry === undefined ? codes : [text(messages[entry.kind]), entry.code].filter((part) => part !== null).join(' · ');
  return (
    <Blade title={text(titles.helpEntry)} subtitle={subtitle}>
      {entry === undefined ? <p>{text(messages.unknown)}</p> : <EntryText entry={entry} />}
    </Blade>
  );
}

function EntryText({ entry }: { entry: HelpEntry }) {
  const styles = useStyles();
  const text = useText();
  const entryText = useEntryText();
  const vault = useOptionalVaultPath();
  const isDelegated = useDelegated()(vault?.subscriptionId ?? '');
  const part = (heading: Message, message: Message<'limit'>) => (
    <>
      <h4 className={styles.heading}>{text(heading)}</h4>
      <p className={styles.text}>{entryText(entry, message)}</p>
    </>
  );
  return (
    <>
      <h3 className={styles.title}>{entryText(entry, entry.title)}</h3>
      {entry.cause !== null && part(messages.cause, entry.cause)}
      {part(messages.remedy, (isDelegated ? entry.remedyOfProvider : undefined) ?? entry.remedy)}
      {entry.note !== undefined && <InfoBox>{entryText(entry, entry.note)}</InfoBox>}
      <h4 className={styles.heading}>{text(messages.where)}</h4>
      {vault === null ? <ChooseVault entry={entry} /> : <FixList entry={entry} vault={vault} />}
    </>
  );
}
