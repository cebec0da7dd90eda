import { makeStyles } from '@fluentui/react-components';
import type { KeyVaultAccess, VaultPath } from '@tresor/contracts';
import { useFirstBackupFailures } from '../../azure/first-backup/use-first-backup-failures';
import { whyOf } from '../../azure/first-backup/failure-words';
import { messages } from '../../azure/first-backup/messages';
import type { ChosenMachine } from '../../kept/backup-draft';
import { namedFew } from '../../language/named-few';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { resultMessages } from './result-messages';

/** The list of access above has them all. */
const MOST_LINKS = 3;

const useStyles = makeStyles({
  notice: { flexBasis: '100%', overflowWrap: 'anywhere' },
  links: { display: 'flex', flexWrap: 'wrap', gap: '2px 16px', margin: '2px 0 0 22px' },
});

/** Where access to key vaults is granted, a link each. */
export function GrantLinks({ path, keyVaults }: { path: VaultPath; keyVaults: readonly KeyVaultAccess[] }) {
  const text = useText();
  return keyVaults.map(({ id, name }) => (
    <TextLink key={id} to={paths.backupKeyVault(path, id)}>
      {text(resultMessages.grantIn, { name })}
    </TextLink>
  ));
}

/** Beside the button that enables: Azure enables it all the same, and the first backup fails. */
export function FirstBackupNotice({ path, machines }: { path: VaultPath; machines: readonly ChosenMachine[] }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const failures = useFirstBackupFailures(machines);
  const failing = machines.filter(({ id }) => failures.has(id.toLowerCase())).map(({ name }) => name);
  const lacking = new Map([...failures.values()].flatMap((one) => one.lacking.map((access) => [access.id, access])));
  const names = namedFew(failing, format, text, 'dative');
  return (
    <output className={styles.notice} hidden={failing.length === 0}>
      {failing.length > 0 && (
        <StatusBadge status="warning">
          {text(messages.because, {
            what: text(messages.ofMachines, { names, count: failing.length }),
            why: whyOf(failures.values(), text, format),
          })}
        </StatusBadge>
      )}
      <span className={styles.links}>
        <GrantLinks path={path} keyVaults={[...lacking.values()].slice(0, MOST_LINKS)} />
      </span>
    </output>
  );
}
