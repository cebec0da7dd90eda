import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  onlyMachine: { de: 'Nur Aufträge von {machine}.', en: 'Only jobs of {machine}.' },
  onlyDay: { de: 'Nur Aufträge vom {day}.', en: 'Only jobs of {day}.' },
  onlyMachineDay: { de: 'Nur Aufträge von {machine} vom {day}.', en: 'Only jobs of {machine} on {day}.' },
  showAll: { de: 'Alle anzeigen', en: 'Show all' },
  job: { de: 'Sicherungsauftrag', en: 'Backup job' },
  filter: { de: 'Sicherungsaufträge filtern', en: 'Filter backup jobs' },
  workload: { de: 'Workloadname', en: 'Workload name' },
  operation: { de: 'Vorgang', en: 'Operation' },
  status: { de: 'Status', en: 'Status' },
  type: { de: 'Typ', en: 'Type' },
  startTime: { de: 'Startzeit', en: 'Start time' },
  endTime: { de: 'Endzeit', en: 'End time' },
  duration: { de: 'Dauer', en: 'Duration' },
  progress: { de: 'Fortschritt', en: 'Progress' },
  remaining: { de: 'Noch etwa {duration}.', en: 'About {duration} remaining.' },
  percent: { de: '{value} %', en: '{value}%' },
  azureMachine: { de: 'Virtueller Azure-Computer', en: 'Azure virtual machine' },
  none: { de: '–', en: '–' },
  empty: {
    de: 'In diesem Zeitraum lief kein Auftrag. Aufträge entstehen, wenn Sie eine Sicherung aktivieren oder der Zeitplan sie startet.',
    en: 'No job ran in this period. Jobs appear when you enable a backup or when the schedule starts one.',
  },
  vault: { de: 'Recovery Services-Tresor', en: 'Recovery Services vault' },
  subscription: { de: 'Abonnement', en: 'Subscription' },
  emptyAnywhere: {
    de: 'Azure Resource Graph nennt aus diesem Zeitraum keinen Auftrag in einem Tresor, dessen Aufträge Sie lesen dürfen.',
    en: 'Azure Resource Graph lists no job from this period in a vault whose jobs you can read.',
  },
  emptyInGroup: {
    de: 'Azure Resource Graph nennt aus diesem Zeitraum keinen Auftrag in einem Tresor dieser Verwaltungsgruppe, dessen Aufträge Sie lesen dürfen.',
    en: 'Azure Resource Graph lists no job from this period in a vault of this management group whose jobs you can read.',
  },
  whatIsShown: {
    de: 'Die Aufträge kommen aus Azure Resource Graph, für alle Abonnements zugleich. Er kennt die letzten 14 Tage und ist manchmal einige Minuten im Rückstand. Tresore, deren Aufträge Sie nicht lesen dürfen, fehlen hier, ohne dass Azure sagt, wie viele es sind. Ältere Aufträge zeigt jeder Tresor selbst.',
    en: 'These jobs come from Azure Resource Graph, for all subscriptions at once. It keeps the last 14 days and is sometimes a few minutes behind. Vaults whose jobs you can’t read are missing here, and Azure doesn’t say how many there are. For older jobs, open the vault.',
  },
  newestOnly: {
    de: 'Das sind die neuesten {shown, number} von {total, number} Aufträgen. Filter und Export gelten nur für diese; wählen Sie einen kürzeren Zeitraum, um alle zu sehen.',
    en: 'These are the newest {shown, number} of {total, number} jobs. Filters and export cover only these. Choose a shorter time range to see them all.',
  },
  tasks: { de: 'Teilaufgaben', en: 'Sub tasks' },
  errors: { de: 'Fehler', en: 'Errors' },
  correlationId: { de: 'Korrelations-ID', en: 'Correlation ID' },
  jobId: { de: 'Auftrags-ID', en: 'Job ID' },
  period: { de: 'Zeitraum', en: 'Time range' },
  lastDays: {
    de: '{days, plural, =1 {24 Stunden} other {# Tage}}',
    en: '{days, plural, =1 {24 hours} other {# days}}',
  },
  all: { de: 'Alle', en: 'All' },
  columns: { de: 'Spalten auswählen', en: 'Choose columns' },
  export: { de: 'Aufträge exportieren', en: 'Export jobs' },
  fileName: { de: 'Sicherungsauftraege', en: 'backup-jobs' },
  noMatch: { de: 'Kein Auftrag passt zur Auswahl.', en: 'No jobs match the selection.' },
  cancel: { de: 'Auftrag abbrechen', en: 'Cancel job' },
  alreadyFinished: { de: 'Der Auftrag ist schon beendet.', en: 'The job has already finished.' },
  notCancellable: { de: 'Azure kann einen Auftrag dieser Art nicht abbrechen.', en: 'Azure can’t cancel this kind of job.' },
  cancelling: { de: 'Der Auftrag wird gerade abgebrochen.', en: 'The job is being canceled.' },
  cancelQuestion: {
    de: 'Soll Azure diesen Auftrag abbrechen? Was er bisher übertragen hat, wird verworfen.',
    en: 'Do you want Azure to cancel this job? Everything transferred so far is discarded.',
  },
  cancelUnknown: {
    de: 'Azure hat nicht geantwortet. Vielleicht wird der Auftrag schon abgebrochen: Sehen Sie sich seinen Status an, bevor Sie es noch einmal versuchen.',
    en: 'Azure didn’t respond. The job may already be being canceled: check its status before you try again.',
  },
  cancelYes: { de: 'Auftrag beenden', en: 'Stop the job' },
  cancelNo: { de: 'Weiterlaufen lassen', en: 'Let it run' },
  restoreGoesOn: {
    de: 'Dieser Auftrag ist der erste Schritt einer Wiederherstellung. Dort geht es weiter, bis der virtuelle Computer läuft.',
    en: 'This job is the first step of a restore. Continue there until the virtual machine is running.',
  },
  toRestore: { de: 'Zur Wiederherstellung', en: 'Go to the restore' },
  stillRunning: { de: 'läuft noch', en: 'still running' },
  startedBy: { de: 'Gestartet von', en: 'Started by' },
  takesLong: {
    de: 'Der Auftrag läuft seit mehr als einem Tag, ungewöhnlich lange. Brechen Sie ihn ab, wo das möglich ist, oder fragen Sie den Azure-Support mit der Auftrags-ID.',
    en: 'The job has been running for more than a day, which is unusually long. Cancel it if possible, or give Azure support the job ID.',
  },
  progressUnknown: {
    de: 'Azure sagt nicht, wie weit der Auftrag ist. Diese Seite aktualisiert sich von selbst.',
    en: 'Azure doesn’t say how far along the job is. This page refreshes automatically.',
  },
  begun: { de: 'Beginn {moment}', en: 'Started {moment}' },
  lasted: { de: 'Dauer {duration}', en: 'Duration {duration}' },
  transferred: { de: '{done} von {total} GB übertragen', en: '{done} of {total} GB transferred' },
  startUnknown: { de: 'Beginn nicht angegeben', en: 'Start not stated' },
  details: { de: 'Angaben zum Auftrag', en: 'Job details' },
});

/** Who started a job, where it was no person, or why nobody can be named. */
export const starterWords = defineMessages({
  schedule: { de: 'Zeitplan der Sicherungsrichtlinie', en: 'Schedule of the backup policy' },
  'no-right': {
    de: 'Nicht zu sehen: Ihnen fehlt das Recht, das Aktivitätsprotokoll zu lesen.',
    en: 'Can’t be shown: you don’t have the right to read the activity log.',
  },
  'not-yet': {
    de: 'Noch nicht bekannt: Das Aktivitätsprotokoll von Azure hinkt bis zu 20 Minuten hinterher.',
    en: 'Not known yet: Azure’s activity log is up to 20 minutes behind.',
  },
  'too-long-ago': {
    de: 'Nicht mehr bekannt: Azure hebt das Aktivitätsprotokoll 90 Tage lang auf.',
    en: 'No longer known: Azure keeps the activity log for 90 days.',
  },
  'not-logged': { de: 'Im Aktivitätsprotokoll steht niemand.', en: 'The activity log doesn’t name anyone.' },
  unknown: { de: 'Das Aktivitätsprotokoll antwortet gerade nicht.', en: 'The activity log isn’t responding right now.' },
  reading: { de: 'Wird im Aktivitätsprotokoll nachgesehen …', en: 'Checking the activity log…' },
});
