import type { RestorePlan } from '@tresor/contracts';
import type { PlanRecord } from '../../../store/restore-plans';

/** A plan as it is answered. One that runs nowhere waits, whatever its last server meant to do. */
export function toRestorePlan(
  { answers, by, at, given, standing }: PlanRecord,
  isHeld: boolean,
  lacking: RestorePlan['lacking'],
): RestorePlan {
  return {
    answers,
    by,
    at,
    standing: standingOf(standing, isHeld),
    given: given.map(({ command, at, inNameOf, outcome }) => ({
      command,
      at,
      inNameOf,
      outcome: outcome === null || outcome === 'accepted' ? outcome : 'refused',
    })),
    lacking,
  };
}

function standingOf(standing: PlanRecord['standing'], isHeld: boolean): RestorePlan['standing'] {
  if (standing.state !== 'running') return standing;
  const { inNameOf, until, seenAt } = standing;
  return isHeld ? { state: 'running', inNameOf, until } : { state: 'waiting', since: seenAt };
}
