import type { Policy } from '@tresor/contracts';
import { POLICY_LIMITS, type Edition } from '@tresor/support-matrix';
import type { Message } from '../../language/messages';
import { messages } from './messages';

/** Why a policy cannot be changed here; undefined when it can. */
export function whyNotEdit({ kind, schedule, retention }: Policy, edition: Edition): Message | undefined {
  if (!POLICY_LIMITS[edition].kinds.includes(kind)) return messages.enhancedNotIn2017;
  return schedule === null || retention === null ? messages.cannotEdit : undefined;
}
