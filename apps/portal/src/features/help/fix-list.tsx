import { makeStyles } from '@fluentui/react-components';
import type { VaultPath, MachinePath } from '@tresor/contracts';
import { sameName, nameOf } from '@tresor/support-matrix';
import { useQuery } from '@tanstack/react-query';
import { useAbout } from '../../map/about';
import { useText } from '../../language/use-text';
import { LinkButton } from '../../ui/actions/link-button';
import { TextLink } from '../../ui/actions/text-link';
import { ChooseMachine } from './choices';
import { fixLinks, needsItem, type Known } from './fix-links';
import { fixMessages as messages } from './fix-messages';
import type { HelpEntry, Fix } from './help-entry-kind';
import { paths, type About } from '../../map/paths';
import { isResourceGroupName, isVmName } from '../../api/known-ids';
import { itemsQuery, machineEncryptionQuery } from '../../api/queries';
import { restoresQuery } from '../../api/restore-queries';

const useStyles = makeStyles({
  first: { margin: '8px 0' },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  other: { margin: '6px 0' },
});

/** Which machine and key vault an entry is about, as far as the way here has told. */
function AboutLine({ vault, entry, known }: { vault: VaultPath; entry: HelpEntry; known: Known }) {
  const text = useText();
  const { machine, keyVaultId } = known;
  if (machine === undefined && keyVaultId === undefined) return null;
  const names = [machine?.vmName, keyVaultId && nameOf(keyVaultId)].filter((name) => name !== undefined);
  return (
    <>
      <p>
        {text(messages.about)}: <strong>{names.join(', ')}</strong>
      </p>
      {machine !== undefined && needsItem(entry.fixes) && (
        <p>
          <TextLink to={paths.helpEntry(vault, [entry.id])}>{text(messages.otherMachine)}</TextLink>
        </p>
      )}
    </>
  );
}

/** Completes what an address tells of a failure: the machine's key vaults, its restore, whether it is backed up here. */
function useKnown(fixes: readonly Fix[], vault: VaultPath, about: About): Known {
  const { vmGroup = '', vmName = '' } = about.machine ?? {};
  const machine: MachinePath | undefined =
    isResourceGroupName(vmGroup) && isVmName(vmName) ? { subscriptionId: vault.subscriptionId, vmGroup, vmName } : undefined;
  const wantsKeyVaults = fixes.includes('grant') && about.keyVaultId === undefined && machine !== undefined;
  const wantsRestore = (fixes.includes('keys') || fixes.includes('machine')) && about.restoreId === undefined && machine !== undefined;
  const items = useQuery({ ...itemsQuery(vault), enabled: machine !== undefined && (needsItem(fixes) || fixes.includes('items')) });
  const restores = useQuery({ ...restoresQuery(vault), enabled: wantsRestore });
  const encryption = useQuery(machineEncryptionQuery(wantsKeyVaults ? machine : undefined));
  const restoreId = about.restoreId ?? restores.data?.find((restore) => sameName(restore.vmName, vmName))?.jobId;
  const found = encryption.data?.keyVaults.map(({ id }) => id) ?? [];
  return {
    ...about,
    ...(restoreId !== undefined && { restoreId }),
    keyVaultIds: about.keyVaultId === undefined ? found : [about.keyVaultId],
    isItem: items.data?.some(({ resourceGroup, name }) => sameName(resourceGroup, vmGroup) && sameName(name, vmName)),
  };
}

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
