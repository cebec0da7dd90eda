import { defineMessages } from '../../../language/messages';

export const remainingMessages = defineMessages({
  left: {
    de: 'Noch etwa {time}, zwischen {low} und {high}, für alles, was von selbst weitergeht.',
    en: 'About {time} left, between {low} and {high}, for everything that continues on its own.',
  },
  byRestores: {
    de: 'Geschätzt nach {count, plural, one {der letzten Wiederherstellung} other {den letzten # Wiederherstellungen}} dieser Recovery Services-Tresore.',
    en: 'Estimated from the last {count, plural, one {restore} other {# restores}} in these vaults.',
  },
  assumed: {
    de: 'Angenommen: In diesen Recovery Services-Tresoren ist noch keine Wiederherstellung fertig geworden, nach der sich das schätzen ließe.',
    en: 'Assumed: no restore in these vaults has finished yet to estimate it from.',
  },
  overdue: {
    de: 'Wie lange es noch dauert, lässt sich nicht sagen: {count, plural, one {Die Datenträger eines virtuellen Computers brauchen} other {Die Datenträger von # virtuellen Computern brauchen}} schon länger als erwartet.',
    en: 'It can’t be said how long it still takes: the disks of {count, plural, one {one virtual machine} other {# virtual machines}} are already taking longer than expected.',
  },
  waits: {
    de: 'Wie lange es noch dauert, lässt sich nicht sagen: Der Plan wartet auf eine Anmeldung.',
    en: 'It can’t be said how long it still takes: the plan is waiting for a sign-in.',
  },
  paused: {
    de: 'Wie lange es noch dauert, lässt sich nicht sagen: Der Plan ist angehalten.',
    en: 'It can’t be said how long it still takes: the plan is paused.',
  },
});
