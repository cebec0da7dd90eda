import type { NextCommand, Restore } from '@tresor/contracts';
import { useFormat } from '../../../language/use-format';
import type { Message } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { paths, useVaultPath } from '../../../map/paths';
import { CopyButton } from '../../../ui/actions/copy-button';
import { stepTitles } from '../../../words/restore-steps';
import { journeyMessages as messages } from '../progress/journey-messages';
import { useStepWords } from '../progress/use-step-words';

const NEXT: Readonly<Record<Exclude<NextCommand['kind'], 'done'>, Message<'step'>>> = {
  command: messages.handOverNext,
  wait: messages.handOverWait,
  stuck: messages.handOverStuck,
  hidden: messages.handOverHidden,
};

/** Copies what a colleague needs who goes on: what it is, where each step stands, what comes next, and the address. */
export function HandOver({ restore }: { restore: Restore }) {
  const text = useText();
  const format = useFormat();
  const path = useVaultPath();
  const stepWords = useStepWords();
  const { vmName: name, recoveryPointTime, startTime, jobId, steps, next } = restore;
  const time = recoveryPointTime ?? startTime;
  const letter = [
    text(messages.handOverTitle, { name, vault: path.vaultName, time: time === null ? '?' : format.dateTime(time) }),
    ...steps.map((view, at) => `${at + 1}. ${text(stepTitles[view.step])}: ${stepWords(view)}`),
    next.kind === 'done' ? text(messages.handOverDone) : text(NEXT[next.kind], { step: text(stepTitles[next.step]) }),
    new URL(paths.restore(path, jobId), window.location.origin).href,
  ];
  return <CopyButton value={letter.join('\n')} label={text(messages.handOver)} done={text(messages.handedOver)} />;
}
