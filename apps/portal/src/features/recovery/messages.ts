import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  intro: {
    de: 'Viele virtuelle Computer auf einmal zurückholen: in ihrer Reihenfolge, und mit einem Blick auf alle.',
    en: 'Bring many virtual machines back at once: in their order, and with all of them in view.',
  },
  newPlan: { de: 'Neuer Plan', en: 'New plan' },
  filter: { de: 'Pläne filtern', en: 'Filter plans' },
  empty: {
    de: 'Es gibt noch keinen Wiederherstellungsplan für Tresore, die Sie sehen. Mit „Neuer Plan“ wählen Sie, was zurückkommen soll.',
    en: 'There’s no restore plan yet for vaults that you can see. Choose “New plan” to pick what should come back.',
  },
  show: { de: 'Anzeigen', en: 'Show' },
  shown: { de: 'Pläne und Proben', en: 'Plans and rehearsals' },
  removed: { de: 'Gelöschte, von denen etwas lief', en: 'Deleted ones that had run' },
  noneRemoved: {
    de: 'Kein Plan, von dem etwas lief, wurde gelöscht.',
    en: 'No plan that had run was deleted.',
  },
  name: { de: 'Name', en: 'Name' },
  kind: { de: 'Art', en: 'Kind' },
  forGood: { de: 'Plan', en: 'Plan' },
  rehearsal: { de: 'Probe', en: 'Rehearsal' },
  state: { de: 'Stand', en: 'State' },
  machines: { de: 'Virtuelle Computer', en: 'Virtual machines' },
  by: { de: 'Erstellt von', en: 'Created by' },
  at: { de: 'Erstellt', en: 'Created' },
  started: { de: 'Begonnen', en: 'Started' },
  notStarted: { de: 'noch nicht', en: 'not yet' },
  ofTotal: {
    de: '{done, number} von {total, number} fertig',
    en: '{done, number} of {total, number} done',
  },
  ofTotalOpen: {
    de: '{done, number} von {total, number} fertig, {open, number} offen',
    en: '{done, number} of {total, number} done, {open, number} open',
  },
});

export const standingWords = defineMessages({
  planned: { de: 'Geplant', en: 'Planned' },
  running: { de: 'Läuft', en: 'Running' },
  waiting: { de: 'Wartet auf eine Anmeldung', en: 'Waiting for a sign-in' },
  paused: { de: 'Angehalten', en: 'Paused' },
  cancelled: { de: 'Abgebrochen', en: 'Canceled' },
  ended: { de: 'Zu Ende', en: 'Ended' },
  'not-known': { de: 'Diesem Server nicht bekannt', en: 'Not known to this server' },
});
