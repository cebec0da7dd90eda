import type { SealedEvidence } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { commandsOf, recordsOf, seenOf, type Facts } from '../../../azure/evidence/records';
import { useUnseenWords } from '../../../azure/evidence/use-seen-words';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';
import { StatusBadge } from '../../../ui/feedback/status-badge';
import { Essentials } from '../../../ui/layout/essentials';
import { chosenWords } from '../../../words/chosen-words';
import { statusWord } from '../../../words/job-words';
import { useWord } from '../../../words/use-word';
import { messages } from './messages';

const latest = (sealed: SealedEvidence, what: Parameters<typeof seenOf>[1]): Facts | undefined => seenOf(sealed, what).at(-1)?.facts;

/** What came of the restore in a sentence, and what it was made from. */
export function RestoreFacts({ sealed }: { sealed: SealedEvidence }) {
  const text = useText();
  const format = useFormat();
  const word = useWord();
  const unseen = useUnseenWords();
  const [restore] = recordsOf(sealed, 'restore');
  if (restore === undefined) return null;
  const [point, machine, job, protection] = (['point', 'machine', 'job', 'protection'] as const).map((what) => latest(sealed, what));
  const states = new Map(seenOf(sealed, 'step').map(({ facts }) => [facts['step'], facts['state']]));
  const made = machine?.['id'] === undefined || machine['id'] === 'none' ? null : nameOf(machine['id']);
  const isUp = made !== null && states.get('machine') === 'done' && states.get('encryption') === 'done';
  const isDone = isUp && [...states.values()].every((state) => state === 'done');
  const name = restore.item?.vmName ?? text(messages.machine);
  const isNamesake = made?.toLowerCase() === name.toLowerCase();
  const say = (facts: Facts | undefined, words: (facts: Facts) => string) =>
    facts === undefined ? text(messages.notSeen) : (unseen(facts) ?? words(facts));
  const link = (facts: Facts | undefined) =>
    facts === undefined ? text(messages.notSeen) : [facts['url'], unseen(facts)].filter(Boolean).join('; ');
  const [secret, key] = [latest(sealed, 'secret'), latest(sealed, 'key')];
  const isPlain = point?.['encrypted'] === 'false';
  const keyWords = () => {
    if (isPlain) return text(messages.plainKey);
    // Both come from the recovery point: where it names the one alone, there is no other.
    return secret !== undefined && key === undefined ? text(messages.bekOnly) : link(key);
  };
  const time = (moment: string | undefined) => (moment === undefined ? text(messages.notSeen) : format.dateTime(moment));
  const editions = new Set(commandsOf(sealed).flatMap(({ asked: { about } }) => about['edition'] ?? []));
  const editionWords = [...editions].flatMap((edition) => chosenWords({ edition }, text, format).map(({ value }) => value)).join(', ');
  return (
    <>
      <p>
        <StatusBadge status={isDone ? 'success' : 'warning'}>
          {isUp
            ? `${text(isNamesake ? messages.runs : messages.runsAs, { name, made })} ${text(isDone ? messages.complete : messages.partly)}`
            : text(messages.notYet, { name })}
        </StatusBadge>
      </p>
      {restore.item === null && <InfoBox>{text(messages.forgotten)}</InfoBox>}
      <Essentials
        title={text(messages.facts)}
        entries={[
          { name: text(messages.vault), value: restore.vault.vaultName },
          {
            name: text(messages.point),
            value: say(point, ({ time: at, id = '' }) => text(messages.pointNamed, { time: time(at), id })),
          },
          { name: text(messages.edition), value: editionWords || text(messages.notRecorded) },
          { name: text(messages.after), value: say(machine, ({ id }) => (id === 'none' ? text(messages.none) : (id ?? ''))) },
          { name: text(messages.secret), value: isPlain ? text(messages.plain) : link(secret) },
          { name: text(messages.key), value: keyWords() },
          { name: text(messages.disks), value: say(latest(sealed, 'disks'), ({ names = '' }) => names || text(messages.none)) },
          {
            name: text(messages.newPoint),
            value: say(protection, ({ newestPoint }) => (newestPoint === 'none' ? text(messages.noPoint) : time(newestPoint))),
          },
          {
            name: text(messages.job),
            value: say(job, ({ startTime, endTime, status = '' }) =>
              text(messages.jobTimes, { from: time(startTime), to: time(endTime), status: word(statusWord(status)) }),
            ),
          },
          { name: text(messages.activity), value: say(job, ({ activityId }) => activityId ?? text(messages.notSeen)) },
        ]}
      />
    </>
  );
}
