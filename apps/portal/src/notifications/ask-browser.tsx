import { useState } from 'react';
import { defineMessages } from '../language/messages';
import { useText } from '../language/use-text';
import { PlainButton } from '../ui/actions/buttons';
import { browserNotices } from './browser-notice';

/** Not with those of the bell, which every first view has to load. */
const messages = defineMessages({
  ask: { de: 'Auch der Browser soll sich melden', en: 'Also notify me in the browser' },
  granted: {
    de: 'Auch der Browser meldet sich, wenn Sie gebraucht werden, solange ein Fenster von Tresor geöffnet ist.',
    en: 'The browser also notifies you when you’re needed, as long as a Tresor window is open.',
  },
  denied: {
    de: 'Der Browser darf sich nicht melden. Erlauben können Sie es in seinen Einstellungen für diese Website.',
    en: 'The browser isn’t allowed to notify you. You can allow it in its settings for this site.',
  },
  unanswered: {
    de: 'Der Browser hat nicht gefragt, oder seine Frage blieb offen. Versuchen Sie es noch einmal, oder erlauben Sie es in seinen Einstellungen für diese Website.',
    en: 'The browser didn’t ask, or its question wasn’t answered. Try again, or allow it in its settings for this site.',
  },
  unsupported: {
    de: 'Dieser Browser kann sich hier nicht melden. Was es Neues gibt, steht hinter der Glocke.',
    en: 'This browser can’t notify you here. What’s new is behind the bell.',
  },
});

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
