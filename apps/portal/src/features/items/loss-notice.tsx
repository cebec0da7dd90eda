import { useQuery } from '@tanstack/react-query';
import type { ItemDetails, ItemPath } from '@tresor/contracts';
import { vaultOf, vaultQuery } from '../../api/queries';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { InfoBox } from '../../ui/feedback/info-box';
import { stopMessages as messages } from './messages';

const isOff = (softDelete: string | null | undefined) => softDelete === 'Disabled';

/** What deleting costs, in numbers, and whether it can be undone. */
export function LossNotice({ item, path }: { item: ItemDetails; path: ItemPath }) {
  const text = useText();
  const format = useFormat();
  const vault = useQuery(vaultQuery(vaultOf(path)));
  const { name, recoveryPointCount: count, oldestRecoveryPoint: oldest, latestRecoveryPoint: latest } = item;
  return (
    <InfoBox>
      <p>{count === null ? text(messages.lossUnknown, { name }) : text(messages.loss, { name, count })}</p>
      {oldest !== null && latest !== null && (
        <p>{text(messages.lossSpan, { oldest: format.dateTime(oldest), latest: format.dateTime(latest) })}</p>
      )}
      {vault.data !== undefined && <p>{text(isOff(vault.data.softDelete) ? messages.forGood : messages.canUndo)}</p>}
    </InfoBox>
  );
}
