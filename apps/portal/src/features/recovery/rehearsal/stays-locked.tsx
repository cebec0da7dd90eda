import type { RecoveryPlan } from '@tresor/contracts';
import { namedFew } from '../../../language/named-few';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { AllNames } from '../../../ui/layout/all-names';
import { inOrder, keyOfItem } from '../item-key';
import { useOutlooks } from '../outlook/use-outlooks';
import { messages } from './locked-messages';

/** Says of which machines the data stays locked: in isolation no application signs in; and of how many that could not be read. */
export function StaysLocked({ plan, chosen }: { plan: RecoveryPlan; chosen: RecoveryPlan['machines'] }) {
  const text = useText();
  const format = useFormat();
  const { known, failed } = useOutlooks(plan);
  const notLooked = chosen.map(({ item }) => keyOfItem(item)).filter((key) => failed.has(key) && !known.has(key)).length;
  const locked = inOrder(chosen).filter(({ item }) => known.get(keyOfItem(item))?.locksInIsolation);
  const names = locked.map(({ item }) => item.vmName);
  const machines = namedFew(names, format, text, 'dative');
  return (
    <>
      <output>
        {locked.length > 0 && <p>{text(messages.staysLocked, { machines, count: locked.length })}</p>}
        {notLooked > 0 && <p>{text(messages.notLooked, { count: notLooked })}</p>}
        {known.size + failed.size < plan.machines.length && <p>{text(messages.stillLooking)}</p>}
      </output>
      <AllNames names={names} />
    </>
  );
}
