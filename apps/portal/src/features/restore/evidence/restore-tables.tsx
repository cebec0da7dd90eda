import type { SealedEvidence } from '@tresor/contracts';
import { own } from '../../../api/own';
import { EvidenceTable } from '../../../azure/evidence/evidence-table';
import { latestBy, seenOf, type Facts } from '../../../azure/evidence/records';
import { useUnseenWords } from '../../../azure/evidence/use-seen-words';
import type { Message } from '../../../language/messages';
import { useFormat } from '../../../language/use-format';
import { useText, type Text } from '../../../language/use-text';
import { taskWord, statusWord } from '../../../words/job-words';
import { useWord } from '../../../words/use-word';
import { aspectWords } from '../after-care/setting-messages';
import { valueWords } from '../after-care/setting-values';
import { messages, unseenReasons } from './messages';
import { stepTitles } from '../../../words/restore-steps';
import { stateWords, stepReasons } from '../progress/journey-messages';

const said = (messages: Readonly<Record<string, Message>>, word: string | undefined, text: Text): string => {
  const message = word === undefined ? undefined : own(messages, word);
  return message === undefined ? (word ?? '') : text(message);
};

const REASONS: Readonly<Record<string, Message>> = { ...stepReasons, ...unseenReasons };

/** A step as it was seen: its name, and where it stood and why. `unseen`: what is said of it where those who looked were not let see it. */
function restoreStepWords({ step, state, reason }: Facts, unseen: string | null, text: Text): { name: string; found: string } {
  const name = said(stepTitles, step, text);
  const why = said(REASONS, reason, text);
  if (state === 'hidden') return { name, found: [unseen ?? text(messages.notSeen), why].filter(Boolean).join('. ') };
  // Whose turn it is stands in no evidence.
  const stood = (state === 'ready' && reason !== undefined) || reason === 'rehearsal-removed' ? '' : said(stateWords, state, text);
  return { name, found: [[stood, why].filter(Boolean).join(': '), unseen].filter(Boolean).join('; ') };
}

/** What the checks found, what the job was made of, what is otherwise than it was, and what Azure's own log has. */
export function RestoreTables({ sealed }: { sealed: SealedEvidence }) {
  const text = useText();
  const word = useWord();
  const format = useFormat();
  const unseen = useUnseenWords();
  const none = text(messages.noneSeen);
  const heads = (...wanted: Message[]) => wanted.map((head) => text(head));
  const time = (moment: string | undefined) => (moment === undefined ? '' : format.dateTime(moment));
  const tried = new Map(latestBy(seenOf(sealed, 'tried'), 'step').map((facts) => [facts['step'], facts]));
  const steps = [...new Map(seenOf(sealed, 'step').map((one) => [one.facts['step'], one])).values()];
  const raw = (step: string | undefined) => {
    const { code, message } = tried.get(step) ?? {};
    return [code, message].filter(Boolean).join(': ');
  };
  const kept = ({ kept: names, until }: Facts) => {
    if (names === undefined) return '';
    return until === undefined ? text(messages.keptAsVersions, { names }) : text(messages.keptUntil, { names, until: time(until) });
  };
  const values = ({ aspect = '' }: Facts, joined = '') =>
    joined
      .split(', ')
      .map((value) => valueWords(aspect, value, text))
      .join(', ') || text(messages.nothing);
  const setting = (facts: Facts) => {
    const { old, state } = facts;
    const was = unseen(facts) ?? (old === undefined ? text(messages.notKnown) : values(facts, old));
    const compared = old === undefined ? '' : text(state === 'same' ? messages.same : messages.different);
    return [was, values(facts, facts['new']), compared];
  };
  const title = (aspect = '') => {
    const word = own(aspectWords, aspect);
    return word === undefined ? aspect : text(word);
  };
  return (
    <>
      <EvidenceTable
        title={text(messages.steps)}
        heads={heads(messages.step, messages.found, messages.raw, messages.seenAt)}
        rows={steps.map(({ at, facts }) => {
          const { name, found } = restoreStepWords(facts, unseen(facts), text);
          const words = [found, kept(facts)].filter(Boolean).join(' ');
          return { key: name, cells: [name, words, raw(facts['step']), format.dateTime(at)] };
        })}
        none={none}
      />
      <EvidenceTable
        title={text(messages.tasks)}
        heads={heads(messages.task, messages.status, messages.from, messages.to)}
        rows={latestBy(seenOf(sealed, 'task'), 'name').map(({ name = '', status, startTime, endTime }) => ({
          key: name,
          cells: [word(taskWord(name)), status && word(statusWord(status)), time(startTime), time(endTime)],
        }))}
        none={none}
      />
      <EvidenceTable
        title={text(messages.differences)}
        heads={heads(messages.setting, messages.old, messages.new, messages.equal)}
        rows={latestBy(seenOf(sealed, 'setting'), 'aspect').map((facts) => ({
          key: facts['aspect'] ?? '',
          cells: [title(facts['aspect']), ...setting(facts)],
        }))}
        none={none}
      />
      <EvidenceTable
        title={text(messages.operations)}
        heads={heads(messages.to, messages.operation, messages.status, messages.correlationId)}
        rows={latestBy(seenOf(sealed, 'operation'), 'id').map((facts) => ({
          key: facts['id'] ?? 'unseen',
          cells: [
            time('hidden' in facts ? undefined : facts['at']),
            facts['operation'] ?? unseen(facts),
            facts['status'],
            facts['correlationId'],
          ],
        }))}
        none={none}
      />
    </>
  );
}
