import { useText } from '../../../language/use-text';
import type { Effect } from './change-effect';
import { messages } from '../messages';
import { NumberTable } from './number-table';
import type { EffectOnItem } from './use-effects';

const SHOWN = 20;
const numbersOf = ({ total, lost, shorter, longer }: Effect) => [total, lost, shorter, longer];

/** What becomes of the points there are: of those machines that lose most, and of all together. */
export function PresentPoints({ effects, sum }: { effects: readonly EffectOnItem[]; sum: Effect }) {
  const text = useText();
  if (effects.length === 0) return null;
  const byLoss = effects.toSorted((one, other) => other.effect.lost - one.effect.lost || one.name.localeCompare(other.name));
  const rows = byLoss.slice(0, SHOWN).map(({ name, effect }) => ({ name, numbers: numbersOf(effect) }));
  const all = { name: text(messages.allMachines, { count: effects.length }), numbers: numbersOf(sum) };
  return (
    <>
      <NumberTable
        caption={text(messages.presentPoints)}
        columns={[messages.machine, messages.pointsNow, messages.lostNow, messages.shorter, messages.longer].map((each) => text(each))}
        rows={effects.length > 1 ? [all, ...rows] : rows}
      />
      {effects.length > SHOWN && <p>{text(messages.mostOnly, { count: SHOWN })}</p>}
    </>
  );
}
