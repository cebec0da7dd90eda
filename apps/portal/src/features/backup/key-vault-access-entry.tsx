import { makeStyles, tokens } from '@fluentui/react-components';
import type { KeyVaultAccess } from '@tresor/contracts';
import { DATA_ACTION_OF } from '@tresor/support-matrix';
import type { Message } from '../../i18n/messages';
import { useFormat } from '../../i18n/use-format';
import { useText } from '../../i18n/use-text';
import { type Status, StatusBadge } from '../../ui/status-badge';
import { messages, permissionNames } from './messages';

/** The application of the Backup Management Service, the same in every tenant of the public cloud. */
const BACKUP_MANAGEMENT_SERVICE = '262044b1-e2ce-469f-a196-69ab7ada62d3';

const STATES: Record<KeyVaultAccess['state'], readonly [Status, Message]> = {
  granted: ['success', messages.accessGranted],
  lacking: ['warning', messages.accessLacking],
  unreadable: ['unknown', messages.accessUnreadable],
  missing: ['error', messages.accessMissing],
  unknown: ['unknown', messages.accessUnknown],
};

const EXPLANATIONS = { unreadable: messages.unreadableText, missing: messages.missingText, unknown: messages.unknownText } as const;

const useStyles = makeStyles({
  entry: { padding: '6px 0', overflowWrap: 'anywhere' },
  line: { margin: '4px 0', fontSize: tokens.fontSizeBase200 },
});

export function KeyVaultAccessEntry({ access }: { access: KeyVaultAccess }) {
  const styles = useStyles();
  const text = useText();
  const [status, word] = STATES[access.state];
  const { state } = access;
  return (
    <li className={styles.entry}>
      <StatusBadge status={status}>
        <strong>{access.name}</strong>: {text(word)}
      </StatusBadge>
      {state === 'lacking' && <Lacking access={access} className={styles.line} />}
      {state !== 'lacking' && state !== 'granted' && <p className={styles.line}>{text(EXPLANATIONS[state])}</p>}
      {access.enabledForDiskEncryption === false && <p className={styles.line}>{text(messages.notForDiskEncryption)}</p>}
    </li>
  );
}

function Lacking({ access: { lacking, model }, className }: { access: KeyVaultAccess; className: string }) {
  const text = useText();
  const format = useFormat();
  const permissions = format.list(lacking.map((permission) => text(permissionNames[permission])));
  const actions = [...new Set(lacking.map((permission) => DATA_ACTION_OF[permission]))].join(', ');
  const appId = BACKUP_MANAGEMENT_SERVICE;
  return (
    <>
      <p className={className}>{text(messages.lackingList, { permissions })}</p>
      <p className={className}>{text(messages.lackingEffect)}</p>
      <p className={className}>
        {model === 'rbac' ? text(messages.grantByRole, { appId, actions }) : text(messages.grantByPolicy, { appId })}
      </p>
    </>
  );
}
