import type { SubscriptionId } from '@tresor/contracts';
import type { ChosenMachine } from '../../kept/backup-draft';
import { useText } from '../../language/use-text';
import { TextLink } from '../../ui/actions/text-link';
import { InfoBox } from '../../ui/feedback/info-box';
import { chainMessages as messages, keyStates } from './chain-messages';
import { useBrokenKeys } from './use-broken-keys';

interface BrokenKeysNoticeProps {
  subscriptionId: SubscriptionId;
  machines: readonly ChosenMachine[];
  /** Where a machine’s keys are shown, by its name and its resource group. */
  hrefOf: (machine: ChosenMachine) => string;
}

/** Enabling does not look at keys; the first backup does. Says before it which keys and secrets it would fail for. */
export function BrokenKeysNotice({ subscriptionId, machines, hrefOf }: BrokenKeysNoticeProps) {
  const text = useText();
  const { broken } = useBrokenKeys(subscriptionId, machines) ?? { broken: [] };
  if (broken.length === 0) return null;
  const machineOf = (id: string) => machines.find((machine) => machine.id === id);
  return (
    <InfoBox>
      <p>{text(messages.backupWillFail)}</p>
      <ul>
        {broken.map(({ machine: { id, name }, link, state, ...key }) => {
          const machine = machineOf(id);
          return (
            <li key={`${id} ${link}`}>
              {machine === undefined ? name : <TextLink to={hrefOf(machine)}>{name}</TextLink>}: {text(messages[link])} {key.name}:{' '}
              {text(keyStates[state])}
            </li>
          );
        })}
      </ul>
    </InfoBox>
  );
}
