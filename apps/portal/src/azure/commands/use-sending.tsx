import { useState, type ReactNode } from 'react';
import { useText } from '../../language/use-text';
import { QuietButton } from '../../ui/actions/buttons';
import { useReasonFirst } from './reason-field';
import { refusalMessages, whyRefusedAgain } from './refusal-words';

export interface Sendable {
  send: () => void;
  /** Why the command cannot be given now, by what the blade knows; undefined when it can. */
  reason?: string | undefined;
  /** Why it failed when it was last given: what was thrown, or Azure’s code for it. */
  failed: unknown;
  /** What is sent with it, as it is entered now: changed, it is another command. */
  entries?: unknown;
}

interface Sending {
  send: () => void;
  /** Why the command cannot be given now, or not again. */
  reason: string | undefined;
  /** For people who have had removed what it was refused for. */
  again: ReactNode;
}

/** Gives a command. What was refused for something that no repetition changes is not offered again as if nothing had happened. */
export function useSending({ send, reason, failed, entries }: Sendable): Sending {
  const text = useText();
  const reasonFirst = useReasonFirst();
  const entered = JSON.stringify(entries);
  const [sent, setSent] = useState(entered);
  const refusal = sent === entered ? whyRefusedAgain(failed) : undefined;
  const sendNow = () => {
    setSent(entered);
    send();
  };
  const isBarred = (reason ?? reasonFirst) !== undefined;
  return {
    send: sendNow,
    reason: reason ?? (refusal && text(refusal)) ?? reasonFirst,
    again: refusal !== undefined && !isBarred && <QuietButton onClick={sendNow}>{text(refusalMessages.fixed)}</QuietButton>,
  };
}
