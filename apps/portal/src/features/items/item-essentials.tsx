import type { ItemDetails, ItemPath } from '@tresor/contracts';
import { vaultOf } from '../../api/queries';
import { willFail } from '../../azure/first-backup/failure-words';
import { useWithFirstBackup, type WithFirstBackup } from '../../azure/first-backup/use-first-backup-failures';
import { machineOfItem } from '../../azure/items/machine-of-item';
import { messages as provenMessages } from '../../azure/recovery/messages';
import { ProvenOfMachine } from '../../azure/recovery/proven-of-machine';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { paths } from '../../map/paths';
import { useNow } from '../../language/use-now';
import { Essentials } from '../../ui/layout/essentials';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { TextLink } from '../../ui/actions/text-link';
import { useWord } from '../../words/use-word';
import { itemStatus } from './item-status';
import { dashboardMessages, messages } from './messages';
import { useNextBackup } from './use-next-backup';

export function ItemEssentials({ path, item }: { path: ItemPath; item: ItemDetails }) {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  const now = useNow();
  const none = text(messages.none);
  const moment = (at: string | null) => {
    if (at === null) return none;
    const time = format.dateTime(at);
    return Date.parse(at) > now ? time : text(dashboardMessages.ago, { moment: time, ago: format.relative(at, new Date(now)) });
  };
  const known: WithFirstBackup<ItemDetails> = useWithFirstBackup([item], path.subscriptionId)[0] ?? item;
  const status = itemStatus(known);
  const { firstBackupFailure: failure } = known;
  const planned = useNextBackup(vaultOf(path))(item);
  // Its schedule goes on, but there is nothing left to back up.
  const next = item.machine === 'gone' ? undefined : planned;
  return (
    <Essentials
      entries={[
        { name: text(dashboardMessages.vault), value: <TextLink to={paths.vault(path)}>{path.vaultName}</TextLink> },
        {
          name: text(messages.lastStatus),
          value: (
            <StatusBadge status={status.status}>{failure === undefined ? word(status.word) : willFail(failure, text, format)}</StatusBadge>
          ),
        },
        { name: text(dashboardMessages.subscriptionName), value: item.subscriptionName },
        { name: text(dashboardMessages.lastTime), value: moment(item.lastBackupTime) },
        { name: text(dashboardMessages.subscriptionId), value: machineOfItem(item).subscriptionId },
        { name: text(messages.latestPoint), value: moment(item.latestRecoveryPoint) },
        { name: text(messages.itemType), value: text(messages.azureMachine) },
        { name: text(dashboardMessages.oldestPoint), value: moment(item.oldestRecoveryPoint) },
        { name: text(messages.resourceGroup), value: item.resourceGroup },
        {
          name: text(messages.policy),
          value:
            item.policyName === null ? (
              none
            ) : (
              <TextLink to={paths.policy({ ...vaultOf(path), policyName: item.policyName })}>{item.policyName}</TextLink>
            ),
        },
        { name: text(provenMessages.title), value: <ProvenOfMachine machine={machineOfItem(item)} /> },
        { name: text(messages.nextBackup), value: next === undefined ? none : format.dateTime(new Date(next)) },
      ]}
    />
  );
}
