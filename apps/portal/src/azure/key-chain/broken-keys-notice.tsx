import type { VaultPath } from '@tresor/contracts';
import type { ChosenMachine } from '../../kept/backup-draft';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { TextLink } from '../../ui/actions/text-link';
import { InfoBox } from '../../ui/feedback/info-box';
import type { BrokenKey, BrokenKeys } from './broken-keys';
import { chainMessages as messages, keyStates } from './chain-messages';
import { useBrokenKeys } from './use-broken-keys';

const NOTHING_KNOWN: BrokenKeys = { broken: [], unseen: 0 };

interface BrokenKeysNoticeProps {
  path: VaultPath;
  machines: readonly ChosenMachine[];
}

/**
 * Enabling does not look at keys; the first backup does. Says before it which keys and secrets it would fail for, and of how many machines
 * nobody can tell: silence would pass for well.
 */
export function BrokenKeysNotice({ path, machines }: BrokenKeysNoticeProps) {
  const text = useText();
  const { broken, unseen } = useBrokenKeys(machines) ?? NOTHING_KNOWN;
  // Always there, so that a screen reader listens when it comes.
  return (
    <output>
      {(broken.length > 0 || unseen > 0) && (
        <InfoBox>
          {broken.length > 0 && <Broken path={path} broken={broken} />}
          {unseen > 0 && <p>{text(messages.keysUnseen, { count: unseen })}</p>}
        </InfoBox>
      )}
    </output>
  );
}

/** Of how many machines nobody can tell. */
export function KeysUnseen({ machines }: Pick<BrokenKeysNoticeProps, 'machines'>) {
  const text = useText();
  const { unseen } = useBrokenKeys(machines) ?? NOTHING_KNOWN;
  return <output>{unseen > 0 && <InfoBox>{text(messages.keysUnseen, { count: unseen })}</InfoBox>}</output>;
}

function Broken({ path, broken }: { path: VaultPath; broken: readonly BrokenKey[] }) {
  const text = useText();
  return (
    <>
      <p>{text(messages.backupWillFail)}</p>
      <ul>
        {broken.map(({ machine: { id, name: vmName, resourceGroup: vmGroup }, link, state, name }) => (
          <li key={`${id} ${link}`}>
            <TextLink to={paths.encryptionInWizard({ ...path, vmGroup, vmName })}>{vmName}</TextLink>: {text(messages[link])} {name}:{' '}
            {text(keyStates[state])}
          </li>
        ))}
      </ul>
    </>
  );
}
