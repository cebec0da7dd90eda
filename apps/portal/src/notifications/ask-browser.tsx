import { useState } from 'react';
import { useText } from '../language/use-text';
import { PlainButton } from '../ui/actions/buttons';
import { browserNotices } from './browser-notice';
import { messages } from './messages';

/** The browser is asked for leave to notify only when somebody clicks, and what it says to that is said here. */
export function AskBrowser() {
  const text = useText();
  const [asked, setAsked] = useState(0);
  const permission = browserNotices.permission();
  const ask = async () => {
    await browserNotices.ask();
    setAsked((times) => times + 1);
  };
  if (permission !== 'default') return <p>{text(messages[permission])}</p>;
  return (
    <p>
      <PlainButton onClick={() => void ask()}>{text(messages.ask)}</PlainButton>
      <output>{asked > 0 && ` ${text(messages.unanswered)}`}</output>
    </p>
  );
}
