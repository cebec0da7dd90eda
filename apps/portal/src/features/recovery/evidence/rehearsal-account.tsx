import type { EvidenceRecord, SealedEvidence } from '@tresor/contracts';
import { own } from '../../../api/own';
import { EvidenceTable } from '../../../azure/evidence/evidence-table';
import { recordsOf } from '../../../azure/evidence/records';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { paths } from '../../../map/paths';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { AT_THE_END, outcomeOf } from '../standing-status';
import { whyWords } from '../board/machine-words';
import { stateWords } from '../board/messages';
import { keyOfItem } from '../item-key';
import { leftKinds, messages as proofMessages } from '../rehearsal/messages';
import { agentWords, diskWords, pictureWords, tookWords } from '../rehearsal/proof-words';
import RehearsalFacts from '../rehearsal/rehearsal-facts';
import { messages as planMessages } from './messages';
import { Pictures } from './pictures';
import { PlanEssentials } from './plan-essentials';
import { rehearsalMessages as messages } from './rehearsal-messages';

type Machine = Extract<EvidenceRecord, { kind: 'machine' }>;
type Rehearsal = Extract<EvidenceRecord, { kind: 'rehearsal' }>;

const hasRun = ({ state, proof }: Machine): boolean => state === 'done' && proof?.agentReady === true;

function Outcome({ rehearsal, machines }: { rehearsal: Rehearsal; machines: readonly Machine[] }) {
  const text = useText();
  const { unseen, drawnBy } = rehearsal;
  const meant = machines.filter(({ state }) => state !== 'taken-out');
  const [total, done] = [meant.length, meant.filter(hasRun).length];
  const outcome = outcomeOf({ done, total, unseen });
  const words = () => {
    if (outcome === 'unseen') return text(messages.allSeen, { total, name: drawnBy.name });
    if (outcome === 'all') return text(messages.all, { total });
    return done === 0 ? text(messages.none, { total }) : text(messages.some, { done, total, rest: total - done });
  };
  return (
    <p>
      <StatusBadge status={AT_THE_END[outcome]}>{words()}</StatusBadge>
    </p>
  );
}

/** What Azure said of the machines that ran, as it said it. */
function Statuses({ machines }: { machines: readonly Machine[] }) {
  const text = useText();
  const format = useFormat();
  const named: Readonly<Record<string, string>> = { machine: text(messages.ofMachine), agent: text(messages.ofAgent) };
  const rows = machines.flatMap(({ item, proof }) =>
    (proof?.statuses ?? []).map(({ of, code, displayStatus, message, time }) => ({
      key: `${keyOfItem(item)} ${of} ${code}`,
      cells: [
        item.vmName,
        own(named, of) ?? of,
        code,
        [displayStatus, message].filter(Boolean).join(': '),
        time === null ? '' : format.dateTime(time),
      ],
    })),
  );
  const heads = [planMessages.machine, messages.of, messages.code, messages.words, messages.reportedAt].map((head) => text(head));
  return <EvidenceTable title={text(messages.statuses)} heads={heads} rows={rows} none={text(proofMessages.noProofs)} />;
}

function Removals({ sealed, rehearsal }: { sealed: SealedEvidence; rehearsal: Rehearsal }) {
  const text = useText();
  const format = useFormat();
  const became = ({ thing, state, until }: Extract<EvidenceRecord, { kind: 'removal' }>) => {
    if (state !== 'soft-deleted') return text(messages[state]);
    if (until === null && thing.kind !== 'key-vault') return text(messages.keptAsVersions);
    return until === null ? text(messages.softDeleted) : text(messages.softDeletedUntil, { until: format.dateTime(until) });
  };
  const rows = recordsOf(sealed, 'removal').map((removal) => ({
    key: `${removal.thing.kind} ${removal.thing.name}`,
    cells: [text(leftKinds[removal.thing.kind]), removal.thing.name, became(removal)],
  }));
  return (
    <>
      <EvidenceTable
        title={text(messages.removals)}
        heads={[messages.kind, messages.name, messages.became].map((head) => text(head))}
        rows={rows}
        none={text(rehearsal.rehearsal?.phase === 'removed' ? messages.nothingMade : messages.notYet)}
      />
      {rehearsal.unseen > 0 && <p>{text(messages.groupsOnly, { name: rehearsal.drawnBy.name })}</p>}
    </>
  );
}

/** What a rehearsal proved, and that nothing of it is left. */
export function RehearsalAccount({ sealed, rehearsal }: { sealed: SealedEvidence; rehearsal: Rehearsal }) {
  const text = useText();
  const format = useFormat();
  const machines = recordsOf(sealed, 'machine');
  const [ran, others] = [machines.filter(hasRun), machines.filter((machine) => !hasRun(machine))];
  const when = (moment: string | null | undefined) => (moment == null ? '' : format.dateTime(moment));
  const heads = [planMessages.machine, planMessages.vault, planMessages.point].map((head) => text(head));
  const rows = (some: readonly Machine[], rest: (machine: Machine) => readonly string[]) =>
    some.map((machine) => {
      const { item, pointTime } = machine;
      return {
        key: keyOfItem(item),
        cells: [item.vmName, item.vaultName, when(pointTime) || text(planMessages.noPoint), ...rest(machine)],
      };
    });
  const pictures = machines.flatMap(({ item, proof }) =>
    proof?.screen?.state === 'kept' ? [{ name: item.vmName, sha256: proof.screen.sha256 }] : [],
  );
  return (
    <>
      <Outcome rehearsal={rehearsal} machines={machines} />
      {rehearsal.rehearsal?.phase !== 'removed' && <p>{text(messages.goesOn)}</p>}
      {rehearsal.unseen > 0 && <p>{text(planMessages.unseen, { count: rehearsal.unseen, name: rehearsal.drawnBy.name })}</p>}
      {rehearsal.rehearsal !== null && (
        <>
          <RehearsalFacts rehearsal={rehearsal.rehearsal} />
          <p className="of-print">
            {text(messages.planAddress, {
              url: new URL(paths.recoveryPlan({ planId: rehearsal.rehearsal.of }), window.location.href).href,
            })}
          </p>
        </>
      )}
      <PlanEssentials plan={rehearsal} />
      <EvidenceTable
        title={text(messages.ran)}
        heads={[
          ...heads,
          ...[proofMessages.took, proofMessages.agent, proofMessages.disks, proofMessages.screen, messages.seen].map((head) => text(head)),
        ]}
        rows={rows(ran, (machine) => [
          tookWords(machine, machine.wanted?.rtoMinutes ?? null, text, format),
          agentWords(machine.proof, text),
          diskWords(machine.proof, text),
          pictureWords(machine.proof, text),
          when(machine.proof?.at),
        ])}
        none={text(planMessages.noneRuns)}
      />
      <EvidenceTable
        title={text(messages.others)}
        heads={[...heads, text(planMessages.why)]}
        rows={rows(others, (machine) => [[text(stateWords[machine.state]), whyWords(machine, text)].filter(Boolean).join(' ')])}
        none={text(planMessages.noneRuns)}
      />
      <Removals sealed={sealed} rehearsal={rehearsal} />
      <Statuses machines={machines} />
      <Pictures planId={rehearsal.planId} pictures={pictures} />
    </>
  );
}
