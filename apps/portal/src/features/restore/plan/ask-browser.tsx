import { useState } from 'react';
import { defineMessages } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { browserNotices } from '../../../notifications/browser-notice';
import { PlainButton } from '../../../ui/actions/buttons';

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
});

/** The browser is asked for leave to notify only when somebody clicks. */
export function AskBrowser() {
  const text = useText();
  const [permission, setPermission] = useState(browserNotices.permission);
  if (permission === 'unsupported') return null;
  if (permission !== 'default') return <p>{text(messages[permission])}</p>;
  return (
    <p>
      <PlainButton onClick={() => void browserNotices.ask().then(setPermission)}>{text(messages.ask)}</PlainButton>
    </p>
  );
}
