import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api';
import { itemQuery, vaultOf } from '../../api/queries';
import { Blade } from '../../blades/blade';
import { whyNotRead } from '../../blades/why-not-read';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { map } from '../../map/map';
import { useItemPath } from '../../map/paths';
import { useBarred } from '../../azure/rights/use-barred';
import { titles } from '../../map/map';
import { CommandButton } from '../../azure/commands/command-button';
import { whyNot } from './item-commands';
import { messages as common, undeleteMessages as messages } from './messages';
import { ItemOutcome } from './item-outcome';
import { useItemCommand } from './use-item-command';

export default function Undelete() {
  const text = useText();
  const format = useFormat();
  const path = useItemPath();
  const { data: item, error, isPending, refetch } = useQuery(itemQuery(path));
  const undelete = useItemCommand(path, () => ({
    started: messages.started,
    ended: messages.ended,
    send: (orderId) => api.items.undelete({ ...path, orderId }),
  }));

  const barred = useBarred(vaultOf(path));
  const state = whyNotRead({ data: item, error }) ?? (item && whyNot('undelete', item));
  const never = state === undefined ? barred(map.undelete.step) : text(state);

  return (
    <Blade
      title={text(titles.undelete)}
      subtitle={path.vmName}
      busy={isPending || undelete.isPending}
      problem={undelete.error ?? error}
      onRefresh={() => void refetch()}
      footer={
        <CommandButton
          isBarred={never !== undefined}
          onClick={undelete.run}
          reason={never ?? (undelete.isPending ? text(common.sending) : undefined)}
          failed={undelete.error}
        >
          {text(titles.undelete)}
        </CommandButton>
      }
    >
      <ItemOutcome path={path} command={undelete} />
      {item?.deletedAt != null && <p>{text(messages.deletedAt, { moment: format.dateTime(item.deletedAt) })}</p>}
      <p>{text(messages.whatHappens)}</p>
    </Blade>
  );
}
