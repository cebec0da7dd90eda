import { defineMessages } from '../../language/messages';

export const messages = defineMessages({
  title: { de: 'Wiederher\u00ADstellung bewiesen', en: 'Restore proven' },
  never: { de: 'noch nie durch Plan oder Probe', en: 'never by a plan or rehearsal' },
  unknown: { de: 'nicht zu sehen', en: 'can’t be seen' },
  notRead: {
    de: 'Ob Wiederherstellungen bewiesen sind, war nicht zu lesen.',
    en: 'Whether restores have been proven couldn’t be read.',
  },
  proven: { de: '{ago}: lief nach {took}', en: '{ago}: running after {took}' },
  kept: { de: '({name} {wanted}: eingehalten)', en: '({name} {wanted}: met)' },
  missed: { de: '({name} {wanted}: nicht eingehalten)', en: '({name} {wanted}: not met)' },
  age: { de: 'Daten {age} alt', en: 'data {age} old' },
  wantedUnknown: {
    de: 'ob das reicht, ist nicht bekannt: Seine Tags waren nicht zu sehen',
    en: 'whether that’s enough isn’t known: its tags couldn’t be seen',
  },
  ran: { de: '{ago}: lief', en: '{ago}: ran' },
  failed: { de: '{ago} versucht: lief nicht', en: 'Tried {ago}: didn’t run' },
  machines: { de: 'Bewiesen', en: 'Proven' },
  all: { de: 'Alle', en: 'All' },
  notFor: { de: 'Nicht in {days, number} Tagen', en: 'Not within {days, number} days' },
  failedMachines: { de: 'Lief nicht', en: 'Didn’t run' },
  oldest: { de: 'Ältester Beweis', en: 'Oldest proof' },
});
