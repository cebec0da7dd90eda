import { makeStyles } from '@fluentui/react-components';
import type { VaultPath } from '@tresor/contracts';
import { useAbout } from '../../map/about';
import { useText } from '../../language/use-text';
import { LinkButton } from '../../ui/actions/link-button';
import { TextLink } from '../../ui/actions/text-link';
import { AboutLine } from './about-line';
import { ChooseMachine } from './choices';
import { fixLinks, needsItem } from './fix-links';
import { fixMessages as messages } from './fix-messages';
import type { HelpEntry } from './help-entry-kind';
import { useKnown } from './use-known';

const useStyles = makeStyles({
  first: { margin: '8px 0' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  other: { margin: '6px 0' },
});

/** The ways out of an entry: the nearest as a button, the others below; where it has to be known which machine is meant, those there are. */
export function FixList({ entry, vault }: { entry: HelpEntry; vault: VaultPath }) {
  const styles = useStyles();
  const text = useText();
  const about = useAbout();
  const known = useKnown(entry.fixes, vault, about);
  const { machine, isItem } = known;
  const isOpen = needsItem(entry.fixes) && (machine === undefined || isItem === false);
  const links = fixLinks(entry.fixes, vault, known);
  // Until the machine is known, nothing but its choice is near.
  const first = isOpen && !entry.fixes.includes('grant') ? undefined : links[0];
  const others = first === undefined ? links : links.slice(1);
  return (
    <>
      <AboutLine vault={vault} entry={entry} known={known} />
      {needsItem(entry.fixes) && machine !== undefined && isItem === false && <p>{text(messages.notHere, { name: machine.vmName })}</p>}
      {first !== undefined && (
        <p className={styles.first}>
          <LinkButton to={first.to}>{text(first.label.message, first.label.values)}</LinkButton>
        </p>
      )}
      <ul className={styles.list}>
        {others.map(({ to, label }) => (
          <li key={to} className={styles.other}>
            <TextLink to={to}>{text(label.message, label.values)}</TextLink>
          </li>
        ))}
      </ul>
      {isOpen && <ChooseMachine entry={entry} vault={vault} />}
    </>
  );
}
