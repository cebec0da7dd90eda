import { defineMessages } from '../language/messages';

export const messages = defineMessages({
  close: { de: '{title} schließen', en: 'Close {title}' },
  maximize: { de: '{title} maximieren', en: 'Maximize {title}' },
  minimize: { de: '{title} minimieren', en: 'Minimize {title}' },
  unfold: { de: '{title} wieder öffnen', en: 'Open {title} again' },
  pin: { de: '{title} an Dashboard anheften', en: 'Pin {title} to dashboard' },
  unpin: { de: '{title} vom Dashboard lösen', en: 'Unpin {title} from dashboard' },
  restore: { de: '{title} verkleinern', en: 'Restore {title}' },
  refresh: { de: 'Aktualisieren', en: 'Refresh' },
  commands: { de: 'Befehle', en: 'Commands' },
  trail: { de: 'Pfad', en: 'Breadcrumb' },
  home: { de: 'Start', en: 'Home' },
  opened: { de: '{title} geöffnet', en: '{title} opened' },
  loading: { de: 'Wird geladen …', en: 'Loading…' },
  leaveTitle: { de: 'Eingaben verwerfen?', en: 'Discard your entries?' },
  leaveBody: {
    de: 'Was Sie hier ausgewählt oder eingegeben haben, ist noch nicht gespeichert und geht verloren, wenn Sie diese Seite verlassen.',
    en: 'What you selected or entered here isn’t saved yet and will be lost if you leave.',
  },
  leave: { de: 'Verwerfen und verlassen', en: 'Discard and leave' },
  stay: { de: 'Hierbleiben', en: 'Stay here' },
  failed: { de: 'Diese Seite konnte nicht angezeigt werden', en: 'This page couldn’t be shown' },
  tryAgain: { de: 'Erneut versuchen', en: 'Try again' },
});
