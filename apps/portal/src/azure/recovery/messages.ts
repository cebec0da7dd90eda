import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  title: { de: 'Wiederherstellung bewiesen', en: 'Restore proven' },
  never: { de: 'noch nie', en: 'never' },
  unknown: { de: 'nicht zu sehen', en: 'can’t be seen' },
  proven: { de: '{ago}: lief nach {took}', en: '{ago}: running after {took}' },
  provenWanted: { de: '{ago}: lief nach {took}, gewünscht {wanted}', en: '{ago}: running after {took}, wanted {wanted}' },
  ran: { de: '{ago}: lief', en: '{ago}: ran' },
  failed: { de: '{ago} versucht: lief nicht', en: 'Tried {ago}: didn’t run' },
  machines: { de: 'Bewiesen', en: 'Proven' },
  all: { de: 'Alle', en: 'All' },
  notFor: { de: 'Nicht in {days, number} Tagen', en: 'Not within {days, number} days' },
  failedMachines: { de: 'Lief nicht', en: 'Didn’t run' },
  oldest: { de: 'Ältester Beweis', en: 'Oldest proof' },
});
