import type { RecoveryPlan } from '@tresor/contracts';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { Essentials } from '../../ui/layout/essentials';
import { editionNames } from '../../words/encryption';
import { useSignInEnd } from '../../words/use-sign-in-end';
import { cameBack } from './came-back';
import { objectiveWords } from './objectives/objective-words';
import { planMessages as messages } from './plan-messages';
import { outcomeOf, standingStatus } from './standing-status';
import { targetWords } from './target-words';

/** Where the plan stands, said aloud when it changes, and what it is about. */
export function PlanFacts({ plan }: { plan: RecoveryPlan }) {
  const text = useText();
  const format = useFormat();
  const signInEnd = useSignInEnd();
  const { standing, moment, target, machines, unseen } = plan;
  const { done, total } = cameBack(plan);
  const outcome = outcomeOf({ done, total, unseen });
  const seesAll = unseen === 0;
  const words = (): string => {
    switch (standing.state) {
      case 'planned':
        return text(messages.planned);
      case 'running':
        return text(messages.running, { name: standing.inNameOf.name });
      case 'waiting':
        return text(messages.waiting, { since: format.dateTime(standing.since) });
      case 'ended': {
        const at = format.dateTime(standing.at);
        if (plan.rehearsal !== null) return text(seesAll ? messages.rehearsed : messages.rehearsedSeen, { at, done, total });
        if (outcome !== 'open') return text(seesAll ? messages.endedAll : messages.endedAllSeen, { at });
        return text(seesAll ? messages.endedSome : messages.endedSomeSeen, { at, done, total });
      }
      default:
        return text(messages[standing.state], { name: standing.by.name, at: format.dateTime(standing.at) });
    }
  };
  const objectives = objectiveWords(plan, text, format);
  const unapproved = (): string => {
    const { voided } = plan;
    if (voided.length === 0) return text(messages.approvedNobody);
    const { by, at } = plan.changed ?? plan;
    const names = format.list(voided.map((one) => one.by.name));
    return text(messages.voided, { names, name: by.name, at: format.dateTime(at) });
  };
  const waves = [...new Set(machines.map(({ wave }) => wave))].toSorted((a, b) => a - b);
  const countOf = (wanted: number) => machines.filter(({ wave }) => wave === wanted).length;
  const waveWords = () => waves.map((wave) => text(messages.waveCount, { wave, count: countOf(wave) })).join('; ');
  return (
    <>
      <output>
        <p>
          <StatusBadge status={standingStatus(standing.state, outcome)}>{words()}</StatusBadge>
        </p>
        {plan.removed !== null && <p>{text(messages.removedBy, { name: plan.removed.by.name, at: format.dateTime(plan.removed.at) })}</p>}
        {standing.state === 'running' && <p>{text(messages.runningUntil, { until: signInEnd(standing.until) })}</p>}
        {plan.servers > 1 && <p>{text(messages.servers, { count: plan.servers })}</p>}
      </output>
      {waves.length > 1 && <p>{text(messages.wavesMean)}</p>}
      <Essentials
        entries={[
          {
            name: text(messages.point),
            value: moment.kind === 'before' ? text(messages.before, { time: format.dateTime(moment.time) }) : text(messages[moment.kind]),
          },
          {
            name: text(messages.target),
            value: targetWords(target, text),
          },
          { name: text(messages.edition), value: text(editionNames[plan.edition]) },
          ...(objectives.length === 0
            ? []
            : [{ name: text(messages.objectives), value: objectives.map((line) => <div key={line}>{line}</div>) }]),
          {
            name: text(messages.approvedBy),
            value:
              plan.approvals.length === 0
                ? unapproved()
                : plan.approvals.map(({ by, at }) => text(messages.byAt, { name: by.name, at: format.dateTime(at) })).join('; '),
          },
          { name: text(messages.waves), value: waveWords() },
          { name: text(messages.by), value: text(messages.byAt, { name: plan.by.name, at: format.dateTime(plan.at) }) },
          ...(plan.changed === null
            ? []
            : [
                {
                  name: text(messages.changed),
                  value: text(messages.byAt, { name: plan.changed.by.name, at: format.dateTime(plan.changed.at) }),
                },
              ]),
          ...(unseen === 0 ? [] : [{ name: text(messages.unseen), value: text(messages.unseenText, { count: unseen }) }]),
        ]}
      />
    </>
  );
}
