import { defineMessages } from '../../language/messages';

export const planMessages = defineMessages({
  start: {
    de: '{count, plural, one {Einen virtuellen Computer} other {# virtuelle Computer}} zurückholen',
    en: 'Bring back {count, plural, one {one virtual machine} other {# virtual machines}}',
  },
  goOn: {
    de: 'Weitermachen mit {count, plural, one {einem virtuellen Computer} other {# virtuellen Computern}}',
    en: 'Go on with {count, plural, one {one virtual machine} other {# virtual machines}}',
  },
  pause: { de: 'Anhalten', en: 'Pause' },
  pauseQuestion: {
    de: 'Den Plan anhalten? Bis jemand weitermacht, wird von Azure nichts mehr verlangt. Was Azure schon entgegengenommen hat, läuft dort zu Ende.',
    en: 'Pause the plan? Until someone goes on, nothing more is asked of Azure. What Azure has already accepted runs to its end there.',
  },
  pauseYes: { de: 'Ja, anhalten', en: 'Yes, pause' },
  cancel: { de: 'Abbrechen', en: 'Cancel' },
  cancelQuestion: {
    de: 'Den Plan für immer abbrechen? Es beginnt nichts mehr. Was schon begonnen wurde, bleibt bei den einzelnen Wiederherstellungen: Dort lässt es sich von Hand fortsetzen oder verwerfen.',
    en: 'Cancel the plan for good? Nothing else begins. What was begun stays with the individual restores: you can continue or discard it there by hand.',
  },
  cancelYes: { de: 'Ja, abbrechen', en: 'Yes, cancel' },
  retry: { de: 'Offenes erneut versuchen', en: 'Retry what’s open' },
  remove: { de: 'Plan löschen', en: 'Delete plan' },
  removeQuestion: {
    de: 'Den Plan löschen? Azure wird dabei nicht verändert; Wiederherstellungen, die daraus wurden, bleiben.',
    en: 'Delete the plan? This doesn’t change anything in Azure; restores that came from it stay.',
  },
  removeYes: { de: 'Ja, löschen', en: 'Yes, delete' },
  takeOutQuestion: {
    de: '{name} aus dem Plan herausnehmen? Was davon schon begonnen wurde, bleibt bei seiner Wiederherstellung und läuft nicht von selbst weiter.',
    en: 'Take {name} out of the plan? What was begun of it stays with its restore and doesn’t continue on its own.',
  },
  takeOutYes: { de: 'Ja, herausnehmen', en: 'Yes, take out' },
  no: { de: 'Nein', en: 'No' },
  sending: { de: 'Der Befehl wird ausgeführt.', en: 'Carrying out the command.' },
  mayNot: {
    de: 'Ihnen fehlt das Recht, aus den Tresoren dieses Plans wiederherzustellen.',
    en: 'You don’t have the right to restore from this plan’s vaults.',
  },
  notBegun: { de: 'Der Plan wird noch nicht ausgeführt.', en: 'The plan isn’t running yet.' },
  isOver: { de: 'Der Plan ist zu Ende.', en: 'The plan has ended.' },
  isPaused: { de: 'Der Plan ist schon angehalten.', en: 'The plan is already paused.' },
  isRunning: { de: 'Der Plan wird gerade ausgeführt. Halten Sie ihn vorher an.', en: 'The plan is running. Pause it first.' },
  nothingOpen: { de: 'Nichts ist offen.', en: 'Nothing is open.' },
  pausedFirst: { de: 'Machen Sie zuerst weiter.', en: 'Go on first.' },
  state: { de: 'Stand', en: 'State' },
  point: { de: 'Wiederherstellungspunkt', en: 'Restore point' },
  newest: { de: 'der neueste', en: 'the newest' },
  before: { de: 'der neueste vor {time}', en: 'the newest before {time}' },
  target: { de: 'Ziel', en: 'Target' },
  asItWas: { de: 'wie es war', en: 'as it was' },
  inGroup: { de: 'Ressourcengruppe {group}', en: 'resource group {group}' },
  by: { de: 'Erstellt', en: 'Created' },
  byAt: { de: '{name}, {at}', en: '{name}, {at}' },
  unseen: { de: 'Nicht zu sehen', en: 'Not visible' },
  unseenText: {
    de: '{count, plural, one {ein virtueller Computer} other {# virtuelle Computer}} in Tresoren, die Sie nicht sehen',
    en: '{count, plural, one {one virtual machine} other {# virtual machines}} in vaults you can’t see',
  },
  running: { de: 'Läuft im Namen von {name}.', en: 'Running in the name of {name}.' },
  runningUntil: {
    de: 'Ohne geöffnete Seite reicht das bis {until}: So lange gilt die Anmeldung. Danach wartet der Plan, bis ihn jemand öffnet, der wiederherstellen darf.',
    en: 'Without an open page, it runs until {until}, when the sign-in ends. After that, the plan waits until someone who may restore opens it.',
  },
  waiting: {
    de: 'Wartet seit {since} auf eine Anmeldung. Wer wiederherstellen darf und diese Seite öffnet, macht im eigenen Namen weiter.',
    en: 'Waiting for a sign-in since {since}. Anyone who may restore and opens this page continues in their own name.',
  },
  paused: { de: '{name} hat den Plan angehalten ({at}).', en: '{name} paused the plan ({at}).' },
  cancelled: { de: '{name} hat den Plan abgebrochen ({at}).', en: '{name} cancelled the plan ({at}).' },
  planned: { de: 'Noch wurde nichts begonnen.', en: 'Nothing has been started yet.' },
  endedAll: { de: 'Alle virtuellen Computer sind zurück ({at}).', en: 'All virtual machines are back ({at}).' },
  endedSome: {
    de: 'Von selbst geht nichts mehr weiter ({at}). Zurück: {done, number} von {total, number}.',
    en: 'Nothing else continues on its own ({at}). Back: {done, number} of {total, number}.',
  },
});
