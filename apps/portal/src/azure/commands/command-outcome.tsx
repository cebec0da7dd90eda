import type { CommandOutcome } from '@tresor/contracts';
import { type ReactNode, useEffect } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { InfoBox } from '../../ui/feedback/info-box';
import { defineMessages } from '../../language/messages';

type OpenOutcome = Pick<CommandOutcome, 'state' | 'checkedUntil'>;

const ASK_AGAIN_MS = 10_000;

interface CommandOutcomeNoticeProps {
  outcome: OpenOutcome | undefined;
  /** Sends the command again under its id, which tells what became of it. */
  ask: () => void;
  /** Where to look oneself. */
  children?: ReactNode;
}

const outcomeWords = defineMessages({
  checking: {
    de: 'Azure hat noch nicht bestätigt, dass der Vorgang läuft. Er wird bis {time} geprüft; starten Sie ihn bis dahin nicht anderswo noch einmal.',
    en: 'Azure hasn’t confirmed yet that this is running. Tresor checks until {time}. Don’t start it again elsewhere before then.',
  },
  notStarted: {
    de: 'Nicht gestartet: Azure kennt diesen Vorgang nicht, und es wurde nichts begonnen. Versuchen Sie es noch einmal.',
    en: 'Not started: Azure doesn’t know this operation, and nothing was started. Try again.',
  },
  finished: {
    de: 'Azure meldet den Vorgang als abgeschlossen und nennt keinen Sicherungsauftrag. Sehen Sie nach, wie es jetzt ist, bevor Sie es noch einmal versuchen.',
    en: 'Azure reports this as finished and names no job. Check how it is now before you try again.',
  },
  unknown: {
    de: 'Was aus dem Vorgang geworden ist, sagt Azure nicht. Vielleicht läuft er schon. Sehen Sie in den Sicherungsaufträgen nach, bevor Sie es noch einmal versuchen.',
    en: 'Azure doesn’t say what became of this. It may already be running. Check the backup jobs before you try again.',
  },
});

/** What is certain of a command that Azure has not confirmed. While it is being checked the blade asks by itself. */
export function CommandOutcomeNotice({ outcome, ask, children }: CommandOutcomeNoticeProps) {
  const text = useText();
  const format = useFormat();
  useEffect(() => {
    if (outcome?.state !== 'checking') return undefined;
    const timer = setTimeout(ask, ASK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [outcome, ask]);
  if (outcome === undefined || outcome.state === 'started') return null;
  const sentence = () => {
    if (outcome.state === 'not-started') return text(outcomeWords.notStarted);
    if (outcome.state === 'finished') return text(outcomeWords.finished);
    if (outcome.checkedUntil !== null) return text(outcomeWords.checking, { time: format.dateTime(outcome.checkedUntil) });
    return text(outcomeWords.unknown);
  };
  return (
    <div role="alert">
      <InfoBox>
        <p>{sentence()}</p>
        {outcome.state !== 'not-started' && children}
      </InfoBox>
    </div>
  );
}
