import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyVaultAccess } from '@tresor/contracts';
import { neededKeyVaultPermissions } from '@tresor/support-matrix';
import { useEdition } from '../../kept/edition';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { TextLink } from '../../ui/actions/text-link';
import { ACCESS_STATES, permissionNames } from '../../words/key-vault-access';
import { messages } from './messages';
import { TakesEffect } from './takes-effect';

const EXPLANATIONS = { unreadable: messages.unreadableText, missing: messages.missingText, unknown: messages.unknownText } as const;

const useStyles = makeStyles({
  entry: { padding: '6px 0', overflowWrap: 'anywhere' },
  line: { margin: '4px 0', fontSize: tokens.fontSizeBase200 },
});

/** Whether the Backup service may read one key vault, what it lacks there, and the way to the blade that changes it. */
export function KeyVaultAccessEntry({ access, href }: { access: KeyVaultAccess; href: string }) {
  const styles = useStyles();
  const text = useText();
  const format = useFormat();
  const { state, name, lacking } = access;
  const [status, word] = ACCESS_STATES[state];
  const action = text(state === 'granted' || state === 'missing' ? messages.look : messages.grant);
  const permissions = format.list(lacking.map((permission) => text(permissionNames[permission])));
  const needed = neededKeyVaultPermissions(useEdition(), true);
  const isOnlyToday = lacking.every((permission) => !needed.includes(permission));
  return (
    <li className={styles.entry}>
      <StatusBadge status={status}>
        <strong>{name}</strong>: {text(word)}
      </StatusBadge>
      {state === 'lacking' && (
        <p className={styles.line}>
          {text(messages.lackingList, { permissions })} {isOnlyToday && `${text(messages.onlyToday)} `}
          {text(messages.lackingEffect)}
        </p>
      )}
      {state === 'granted' && <TakesEffect by={access.takesEffectBy} className={styles.line} />}
      {state !== 'lacking' && state !== 'granted' && <p className={styles.line}>{text(EXPLANATIONS[state])}</p>}
      {access.enabledForDiskEncryption === false && <p className={styles.line}>{text(messages.notForDiskEncryption)}</p>}
      <p className={styles.line}>
        <TextLink to={href} aria-label={text(messages.grantFor, { action, name })}>
          {action}
        </TextLink>
      </p>
    </li>
  );
}
