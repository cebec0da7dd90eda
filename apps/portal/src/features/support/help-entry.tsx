import { makeStyles, tokens } from '@fluentui/react-components';
import type { VaultPath } from '@tresor/contracts';
import { useParams } from 'react-router';
import { Blade } from '../../blades/blade';
import type { Message } from '../../i18n/messages';
import { useText } from '../../i18n/use-text';
import { paths, useVaultPath } from '../../paths';
import { InfoBox } from '../../ui/info-box';
import { TextLink } from '../../ui/text-link';
import { entryOf, type HelpEntry, type HelpPlace } from './entries';
import { messages, placeMessages } from './messages';
import { useEntryText } from './use-entry-text';

const HREFS: Readonly<Record<HelpPlace, (path: VaultPath) => string>> = {
  items: paths.items,
  backup: paths.backup,
  machines: paths.backupItems,
  restores: paths.restores,
  jobs: paths.jobs,
  settings: paths.settings,
  keyVaults: paths.keyVaults,
  permissions: paths.permissions,
};

const useStyles = makeStyles({
  title: { margin: '4px 0 12px', fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  heading: { margin: '14px 0 2px', fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: '2px 0' },
  places: { margin: 0, padding: 0, listStyleType: 'none' },
});

/** One thing that can go wrong: why, what to do, and where. */
export default function HelpEntryBlade() {
  const text = useText();
  const { entry: code = '' } = useParams();
  const entry = entryOf(code);
  return (
    <Blade title={text(messages.title)} subtitle={code} size="medium">
      {entry === undefined ? <p>{text(messages.unknown)}</p> : <EntryText entry={entry} />}
    </Blade>
  );
}

function EntryText({ entry }: { entry: HelpEntry }) {
  const styles = useStyles();
  const text = useText();
  const entryText = useEntryText();
  const path = useVaultPath();
  const part = (heading: Message, message: Message) => (
    <>
      <h4 className={styles.heading}>{text(heading)}</h4>
      <p className={styles.text}>{entryText(entry, message)}</p>
    </>
  );
  return (
    <>
      <h3 className={styles.title}>{entryText(entry, entry.title)}</h3>
      {entry.cause !== null && part(messages.cause, entry.cause)}
      {part(messages.remedy, entry.remedy)}
      {entry.note !== undefined && <InfoBox>{entryText(entry, entry.note)}</InfoBox>}
      <h4 className={styles.heading}>{text(messages.where)}</h4>
      <ul className={styles.places}>
        {entry.places.map((place) => (
          <li key={place}>
            <TextLink to={HREFS[place](path)}>{text(placeMessages[place])}</TextLink>
          </li>
        ))}
      </ul>
    </>
  );
}
