import type { LeavingTarget } from '@tresor/scripts/host-encryption';
import type { Message } from '../../language/messages';
import { machineMessages as messages } from './messages';

const NEEDS: Readonly<Record<LeavingTarget['way'], Message>> = { move: messages.needsAzCopy, rebuild: messages.needsRebuild };

interface Need {
  need: Message;
  names: string[];
}

/** What a script needs, and what becomes of the old machines, with those that it is so for. */
export const needsOf = (targets: readonly Pick<LeavingTarget, 'way' | 'name'>[]): Need[] =>
  (['move', 'rebuild'] as const)
    .map((way) => ({ need: NEEDS[way], names: targets.filter((target) => target.way === way).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0);
