import type { RecoveryPlan } from '@tresor/contracts';
import { useText } from '../../language/use-text';
import { planMessages as messages } from './plan-messages';

/** Why a plan cannot be changed; undefined where it can. */
export function useWhyNotEdit(plan: RecoveryPlan | undefined): string | undefined {
  const text = useText();
  if (plan === undefined) return text(messages.loading);
  if (plan.removed !== null) return text(messages.isRemoved);
  if (plan.rehearsal !== null) return text(messages.isRehearsal);
  if (plan.standing.state !== 'planned') return text(messages.begunCopy);
  return plan.mayRun || plan.mine.isMade ? undefined : text(messages.mayNot);
}
