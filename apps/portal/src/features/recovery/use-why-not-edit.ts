import type { RecoveryPlan } from '@tresor/contracts';
import { whyNotRead, type Read } from '../../blades/why-not-read';
import { useText } from '../../language/use-text';
import { planMessages as messages } from './plan-messages';

/** Why a plan cannot be changed; undefined where it can. */
export function useWhyNotEdit({ data: plan, error }: Read<RecoveryPlan>): string | undefined {
  const text = useText();
  const unread = whyNotRead({ data: plan, error });
  if (unread !== undefined) return text(unread);
  if (plan === undefined) return undefined;
  if (plan.removed !== null) return text(messages.isRemoved);
  if (plan.rehearsal !== null) return text(messages.isRehearsal);
  if (plan.standing.state !== 'planned') return text(messages.begunCopy);
  return plan.mayRun || plan.mine.isMade ? undefined : text(messages.mayNot);
}
