import type { Policy, SeenPolicy } from '@tresor/contracts';
import { toProblemError } from '../../../api/problem-error';
import { formOf, isSame, seenOf } from './policy-form';

interface Means {
  /** Writes it where the policy still is as it was seen. */
  update: (before: SeenPolicy) => Promise<Policy>;
  /** The policy as it is now. */
  read: () => Promise<Policy | undefined>;
}

const saysTheSame = (a: SeenPolicy, b: SeenPolicy) => isSame(formOf('', a), formOf('', b));

/**
 * Saves what a policy is to say instead of `before`. Where it has become what the same person sent already, and whose answer was lost, nobody
 * else has changed it: the change goes on from that. `sent`: all that was sent of this change.
 */
export async function saveChange(before: SeenPolicy, after: SeenPolicy, sent: SeenPolicy[], { update, read }: Means): Promise<Policy> {
  const earlier = [...sent];
  sent.push(after);
  try {
    return await update(before);
  } catch (error) {
    const isChanged = toProblemError(error).problem.code === 'policy-changed';
    const policy = isChanged && earlier.length > 0 ? await read() : undefined;
    const now = policy && seenOf(policy);
    if (now == null || !earlier.some((one) => saysTheSame(one, now))) throw error;
    return update(now);
  }
}
