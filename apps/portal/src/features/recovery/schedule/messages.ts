import { defineMessages } from '../../../language/messages';

export const messages = defineMessages({
  heading: { de: 'Zeitplan', en: 'Schedule' },
  intro: {
    de: 'Gerechnet ab dem Beginn. Es beginnt nichts, bevor Sie es anordnen.',
    en: 'Counted from the beginning. Nothing begins before you order it.',
  },
  reading: { de: 'Frühere Aufträge werden gelesen …', en: 'Reading past jobs…' },
  unread: {
    de: 'Frühere Aufträge ließen sich nicht lesen. Der Zeitplan beruht auf Annahmen.',
    en: 'Past jobs couldn’t be read. The schedule is based on assumptions.',
  },
  nothing: {
    de: 'So, wie die Dinge stehen, kommt keiner zurück. Deshalb gibt es keinen Zeitplan.',
    en: 'As things stand, none of them comes back. So there’s no schedule.',
  },
  total: {
    de: 'Alles in allem etwa {time}, zwischen {low} und {high}.',
    en: 'All in all about {time}, between {low} and {high}.',
  },
  inShort: {
    de: 'Was darüber entscheidet, steht nach der Liste unter „Zeitplan“.',
    en: 'What decides it is after the list, under “Schedule”.',
  },
  leftOut: {
    de: 'Nicht eingerechnet: {count, plural, one {ein virtueller Computer, dem etwas im Weg steht oder von dem nichts zu sehen war} other {# virtuelle Computer, denen etwas im Weg steht oder von denen nichts zu sehen war}}.',
    en: 'Not counted: {count, plural, one {one virtual machine with} other {# virtual machines with}} something in the way, or of which nothing was to be seen.',
  },
  decides: { de: 'Was darüber entscheidet, wie lange es dauert: {share}', en: 'What decides how long it takes: {share}' },
  shareDisks: {
    de: 'das Wiederherstellen der Datenträger, {time} davon.',
    en: 'restoring the disks, {time} of it.',
  },
  shareStep: { de: 'der Schritt „{step}“, {time} davon.', en: 'the step “{step}”, {time} of it.' },
  shareKeyVault: {
    de: 'Schlüssel desselben Schlüsseltresors kommen für einen virtuellen Computer nach dem anderen zurück, {time} davon.',
    en: 'keys of the same key vault come back for one virtual machine after the other, {time} of it.',
  },
  shareReads: {
    de: 'Azure Resource Manager nimmt je Abonnement höchstens 25 Leseanfragen in der Sekunde an, {time} davon.',
    en: 'Azure Resource Manager accepts at most 25 read requests per second for each subscription, {time} of it.',
  },
  shareWrites: {
    de: 'Azure Resource Manager nimmt je Abonnement höchstens 10 Schreibanfragen in der Sekunde an, {time} davon.',
    en: 'Azure Resource Manager accepts at most 10 write requests per second for each subscription, {time} of it.',
  },
  shareKeyVaultCalls: {
    de: 'Azure Key Vault nimmt je Schlüsseltresor höchstens 4.000 Anfragen in 10 Sekunden an, {time} davon.',
    en: 'Azure Key Vault accepts at most 4,000 requests in 10 seconds for each key vault, {time} of it.',
  },
  overWaves: {
    de: 'Auf dem Weg dorthin liegen {count, number} Wellen, die aufeinander warten.',
    en: 'On the way there are {count, number} waves that wait for each other.',
  },
  vaultLimit: {
    de: 'Wie viele Wiederherstellungen ein Recovery Services-Tresor zugleich ausführt, veröffentlicht Microsoft nicht. Was zu viel ist, wartet dort; dann dauert es länger.',
    en: 'Microsoft doesn’t publish how many restores a Recovery Services vault carries out at once. What is too many waits there; it then takes longer.',
  },
  label: { de: 'Zeitplan der virtuellen Computer', en: 'Schedule of the virtual machines' },
  filter: { de: 'Zeitplan filtern', en: 'Filter the schedule' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  wave: { de: 'Welle', en: 'Wave' },
  disks: { de: 'Datenträger', en: 'Disks' },
  rest: { de: 'Danach', en: 'After that' },
  runs: { de: 'Läuft nach', en: 'Runs after' },
  ready: { de: 'Fertig nach', en: 'Done after' },
  durationBy: { de: '{time}, {basis}', en: '{time}, {basis}' },
  about: { de: 'etwa {time}', en: 'about {time}' },
  ofStep: { de: '{step}: {time} ({basis})', en: '{step}: {time} ({basis})' },
  byMachine: {
    de: 'nach {count, plural, one {seiner letzten Wiederherstellung} other {seinen letzten # Wiederherstellungen}}',
    en: 'from its last {count, plural, one {restore} other {# restores}}',
  },
  bySize: {
    de: 'für {size} GB, nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}} in diesem Recovery Services-Tresor',
    en: 'for {size} GB, from the last {count, plural, one {restore} other {# restores}} in this vault',
  },
  byVault: {
    de: 'nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}} anderer in diesem Recovery Services-Tresor',
    en: 'from the last {count, plural, one {restore} other {# restores}} of others in this vault',
  },
  byJobs: {
    de: 'nach {count, plural, one {einem früheren Auftrag} other {# früheren Aufträgen}}',
    en: 'from {count, plural, one {one past job} other {# past jobs}}',
  },
  bySnapshot: { de: 'angenommen, weil der Snapshot noch da ist', en: 'assumed, because the snapshot is still there' },
  byBackup: { de: 'so lange wie seine längste Sicherung ({size} GB)', en: 'as long as its longest backup ({size} GB)' },
  assumed: { de: 'angenommen, ohne Anhalt', en: 'assumed, with nothing to go by' },
  assumedStep: { de: 'angenommen', en: 'assumed' },
  chart: {
    de: 'Balkendiagramm: wann welcher Schritt jedes virtuellen Computers läuft. Die Tabelle darunter sagt dasselbe.',
    en: 'Bar chart: when each step of each virtual machine runs. The table below says the same.',
  },
  barWords: { de: '{name}, {step}: {from} bis {to}', en: '{name}, {step}: {from} to {to}' },
  beginning: { de: 'Beginn', en: 'Beginning' },
  waitWave: { de: 'wartet auf eine frühere Welle', en: 'waits for an earlier wave' },
  waitKeyVault: { de: 'wartet auf Schlüssel desselben Schlüsseltresors', en: 'waits for keys of the same key vault' },
  waitThrottle: { de: 'wartet, bis Azure weitere Anfragen annimmt', en: 'waits until Azure accepts more requests' },
});
