import type { Restore, RestorePlan, VaultPath } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import type { Status } from '../../../words/status';
import { stepTitles } from '../../../words/restore-steps';
import { lackingWords } from '../../../words/plan-words';
import { PlanRights } from './plan-rights';
import { standingMessages as messages } from './standing-messages';
import { useSignInEnd } from '../../../words/use-sign-in-end';

const STATUS: Readonly<Record<RestorePlan['standing']['state'], Status>> = {
  running: 'in-progress',
  waiting: 'waiting',
  'needs-person': 'warning',
  stopped: 'unknown',
  done: 'success',
};

interface PlanStandingProps {
  path: VaultPath;
  restore: Restore;
  plan: RestorePlan;
}

/** Where a plan stands, and what that means for anyone who reads it. Said aloud when it changes. */
export function PlanStanding({ path, restore, plan }: PlanStandingProps) {
  const text = useText();
  const format = useFormat();
  const signInEnd = useSignInEnd();
  const { standing, lacking } = plan;
  const words = (): [line: string, meaning?: string] => {
    const { state } = standing;
    if (state === 'running') {
      const until = signInEnd(standing.until);
      return [text(messages.running, { name: standing.inNameOf.name }), text(messages.runningUntil, { until })];
    }
    if (state === 'waiting') return [text(messages.waiting, { since: format.dateTime(standing.since) }), text(messages.waitingMeans)];
    if (state === 'needs-person') {
      const step = text(stepTitles[standing.stop.step]);
      return [text(messages.needsPerson, { since: format.dateTime(standing.since), step })];
    }
    const at = format.dateTime(standing.at);
    if (state === 'done') return [text(messages.done, { at })];
    return [text(messages.stopped, { name: standing.by.name, at }), text(messages.stoppedMeans)];
  };
  const [line, meaning] = words();
  return (
    <output>
      <p>
        <StatusBadge status={STATUS[standing.state]}>{line}</StatusBadge>
      </p>
      {meaning !== undefined && <p>{meaning}</p>}
      {lacking.length > 0 && (
        <>
          <p>{lackingWords(lacking, text, format)}</p>
          <PlanRights path={path} restore={restore} answers={plan.answers} lacking={lacking} />
        </>
      )}
    </output>
  );
}
