import type { EvidenceRecord, SealedEvidence } from '@tresor/contracts';
import { EvidenceTable } from '../../../azure/evidence/evidence-table';
import { recordsOf, lastSeenIn, type Facts } from '../../../azure/evidence/records';
import { useFormat } from '../../../language/use-format';
import { useText, type Text } from '../../../language/use-text';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { stateWords } from '../board/messages';
import { whyWords } from '../board/machine-words';
import { keyOfItem } from '../item-key';
import { AT_THE_END, outcomeOf } from '../standing-status';
import { messages } from './messages';
import { PlanEssentials } from './plan-essentials';

type Machine = Extract<EvidenceRecord, { kind: 'machine' }>;
type Plan = Extract<EvidenceRecord, { kind: 'recovery-plan' }>;

/** It runs, and its encryption was checked; what comes after may be open still. */
function isUp({ state, steps }: Machine): boolean {
  const isDone = (wanted: string) => steps.some(({ step, state: found }) => step === wanted && found === 'done');
  return state === 'done' || (isDone('machine') && isDone('encryption'));
}

/** What came of the whole, in a sentence. */
function Outcome({ plan, machines }: { plan: Plan; machines: readonly Machine[] }) {
  const text = useText();
  const meant = machines.filter(({ state }) => state !== 'taken-out');
  const [total, done] = [meant.length, meant.filter(isUp).length];
  const outcome = outcomeOf({ done, total, unseen: plan.unseen });
  const isOver = plan.standing.state === 'ended' || plan.standing.state === 'cancelled';
  const words = () => {
    if (outcome === 'unseen') return text(messages.allSeen, { total, name: plan.drawnBy.name });
    if (outcome === 'all') return text(messages.all, { total });
    return done === 0 ? text(messages.nobody, { total }) : text(messages.some, { done, total, rest: total - done });
  };
  return (
    <>
      <p>
        <StatusBadge status={AT_THE_END[outcome]}>{words()}</StatusBadge>
      </p>
      {!isOver && <p>{text(messages.goesOn)}</p>}
      {plan.unseen > 0 && <p>{text(messages.unseen, { count: plan.unseen, name: plan.drawnBy.name })}</p>}
    </>
  );
}

/** The key or the secret as its URL names it: name, version and key vault. */
function named({ url = '' }: Facts): { name: string; version: string; keyVault: string } | undefined {
  const [, , host = '', , name = '', version = ''] = url.split('/');
  return version === '' ? undefined : { name, version, keyVault: host.split('.')[0] ?? host };
}

/** With which key and secret a machine of a plan came back: their names, versions and key vaults, never what is in them. */
export function keyVersions(sealed: Pick<SealedEvidence, 'records'>, jobId: string | null, text: Text): string {
  if (jobId === null) return text(messages.keysNotSeen);
  const seen = (what: 'point' | 'secret' | 'key') => lastSeenIn(sealed, jobId, what);
  if (seen('point')?.['encrypted'] === 'false') return text(messages.notEncrypted);
  const [secret, key] = [seen('secret'), seen('key')].map((facts) => facts && named(facts));
  if (secret === undefined) return text(messages.keysNotSeen);
  return [text(messages.secretOf, secret), key === undefined ? text(messages.bekAlone) : text(messages.keyOf, key)].join(' ');
}

/** Which machines run, when, from which point, and why the others do not. */
export function PlanAccount({ sealed }: { sealed: SealedEvidence }) {
  const text = useText();
  const format = useFormat();
  const [plan] = recordsOf(sealed, 'recovery-plan');
  const machines = recordsOf(sealed, 'machine');
  if (plan === undefined) return null;
  const when = (moment: string | null, otherwise = '') => (moment === null ? otherwise : format.dateTime(moment));
  const common = ({ item, pointTime }: Machine) => [item.vmName, item.vaultName, when(pointTime, text(messages.noPoint))];
  const why = (machine: Machine) => whyWords(machine, text);
  const stood = (machine: Machine) => {
    const words = [text(stateWords[machine.state]), why(machine)].filter(Boolean).join(' ');
    return machine.seenAt === null ? words : `${words} ${text(messages.seenAt, { at: format.dateTime(machine.seenAt) })}`;
  };
  const rows = (some: readonly Machine[], rest: (machine: Machine) => readonly string[]) =>
    some.map((machine) => ({ key: keyOfItem(machine.item), cells: [...common(machine), ...rest(machine)] }));
  const heads = [messages.machine, messages.vault, messages.point].map((head) => text(head));
  return (
    <>
      <Outcome plan={plan} machines={machines} />
      <PlanEssentials plan={plan} />
      <EvidenceTable
        title={text(messages.running)}
        heads={[...heads, text(messages.keys), text(messages.begun), text(messages.ended)]}
        rows={rows(machines.filter(isUp), (machine) => [
          keyVersions(sealed, machine.jobId, text),
          when(machine.begunAt),
          machine.state === 'done' ? when(machine.endedAt) : text(messages.left, { why: stood(machine) }),
        ])}
        none={text(messages.noneRuns)}
      />
      <EvidenceTable
        title={text(messages.others)}
        heads={[...heads, text(messages.why)]}
        rows={rows(
          machines.filter((machine) => !isUp(machine)),
          (machine) => [stood(machine)],
        )}
        none={text(messages.noneRuns)}
      />
    </>
  );
}
