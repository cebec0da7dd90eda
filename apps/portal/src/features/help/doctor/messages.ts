import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  intro: {
    de: 'Prüft, was um den Server herum in Ordnung sein muss, und in Ihrem Namen, was Azure Ihnen gibt. Dabei wird nichts geändert und kein Geheimnis gezeigt. Ohne Browser tut das „npm run doctor“.',
    en: 'Checks what must be in order around the server and, in your name, what Azure gives you. Nothing is changed and no secret is shown. Without a browser, “npm run doctor” does the same.',
  },
  forWhom: {
    de: 'Weil sie Einstellungen des Servers zeigt, ist diese Seite für Leute, die in einem Abonnement Rollen zuweisen dürfen.',
    en: 'Because it shows settings of the server, this page is for people who may assign roles in a subscription.',
  },
  progress: { de: '{done, number} von {all, number} geprüft', en: '{done, number} of {all, number} checked' },
  again: { de: 'Erneut prüfen', en: 'Check again' },
  print: { de: 'Drucken', en: 'Print' },
  copy: { de: 'Bericht kopieren', en: 'Copy report' },
  copied: { de: 'Kopiert', en: 'Copied' },
  findings: { de: 'Zu beheben ({count, number})', en: 'To fix ({count, number})' },
  unseen: { de: 'Nicht gesehen ({count, number})', en: 'Not seen ({count, number})' },
  sound: { de: 'In Ordnung ({count, number})', en: 'In order ({count, number})' },
  nothing: { de: 'Es gibt nichts zu beheben.', en: 'There’s nothing to fix.' },
  means: { de: 'Bedeutet: {what}', en: 'What it means: {what}' },
  fix: { de: 'Abhilfe: {what}', en: 'How to fix it: {what}' },
  running: { de: 'Wird geprüft …', en: 'Checking …' },
});
