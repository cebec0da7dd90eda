import type { EvidenceRecord } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { Essentials } from '../../../ui/layout/essentials';
import { recordedEditionNames } from '../../../words/encryption';
import { standingWords } from '../messages';
import { planMessages } from '../plan-messages';
import { targetWords } from '../target-words';
import { messages } from './messages';

/** What was to come back, who decided it, and where it stands. */
export function PlanEssentials({ plan }: { plan: Extract<EvidenceRecord, { kind: 'recovery-plan' | 'rehearsal' }> }) {
  const text = useText();
  const format = useFormat();
  const { name, by, at, approvals, standing, edition, startedAt, moment, target, rehearsal } = plan;
  const byAt = (who: typeof by, when: string) => text(planMessages.byAt, { name: who.name, at: format.dateTime(when) });
  const approved = approvals.map((one) => byAt(one.by, one.at)).join('; ') || text(planMessages.approvedNobody);
  return (
    <Essentials
      title={text(messages.plan)}
      entries={[
        { name: text(messages.name), value: name },
        { name: text(messages.state), value: text(standingWords[standing.state]) },
        { name: text(planMessages.by), value: byAt(by, at) },
        ...(rehearsal === null ? [{ name: text(planMessages.approvedBy), value: approved }] : []),
        { name: text(messages.started), value: startedAt === null ? text(messages.notStarted) : format.dateTime(startedAt) },
        { name: text(planMessages.edition), value: text(recordedEditionNames[edition]) },
        {
          name: text(planMessages.point),
          value:
            moment.kind === 'before' ? text(planMessages.before, { time: format.dateTime(moment.time) }) : text(planMessages[moment.kind]),
        },
        {
          name: text(planMessages.target),
          value: targetWords(target, text),
        },
      ]}
    />
  );
}
