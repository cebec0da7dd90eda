import type { UseQueryResult } from '@tanstack/react-query';
import type { Message } from '../../../language/messages';
import { protectionMessages as messages } from './protection-messages';

/** Why no policy of the vault can be chosen; undefined where one can. */
export function whyNoPolicy({ data, isPending }: Pick<UseQueryResult<readonly unknown[]>, 'data' | 'isPending'>): Message | undefined {
  if (data === undefined) return isPending ? messages.policiesLoading : messages.policiesFailed;
  return data.length === 0 ? messages.noPolicy : undefined;
}
