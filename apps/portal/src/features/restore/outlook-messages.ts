import { defineMessages } from '../../i18n/messages';

export const outlookMessages = defineMessages({
  reading: {
    de: 'Tresor prüft, ob Sie jeden Schritt selbst gehen können …',
    en: 'Tresor is checking whether you can take every step yourself…',
  },
  open: {
    de: 'Soweit zu sehen ist, können Sie jeden Schritt bis zum laufenden virtuellen Computer selbst gehen.',
    en: 'As far as can be seen, you can take every step up to the running virtual machine yourself.',
  },
  closed: {
    de: 'Nicht jeden Schritt dieser Wiederherstellung können Sie selbst gehen:',
    en: 'You cannot take every step of this restore yourself:',
  },
  role: {
    de: 'Dafür fehlt Ihnen ein Recht an „{scope}“. Die kleinste Rolle, die es enthält: {roles}.',
    en: 'You lack a right on “{scope}” for this. The smallest role that includes it: {roles}.',
  },
  action: { de: 'Dafür fehlt Ihnen an „{scope}“: {actions}.', en: 'For this you lack on “{scope}”: {actions}.' },
  hidden: {
    de: 'Ob hier etwas zu tun ist, dürfen Sie nicht sehen. Dafür nötig: {needs}.',
    en: 'Whether something has to be done here you may not see. To see it you need {needs}.',
  },
  unnamed: {
    de: 'Azure nennt zu diesem Wiederherstellungspunkt keine Schlüssel. Darum ist nicht zu sehen, ob sie noch da sind.',
    en: 'Azure names no keys for this restore point, so it cannot be seen whether they are still there.',
  },
  goOn: {
    de: 'Beginnen können Sie trotzdem. Wer die nötigen Rechte hat, macht mit der Adresse der Wiederherstellung an dieser Stelle weiter.',
    en: 'You can begin all the same. Whoever has the rights goes on from there with the address of the restore.',
  },
  permissions: { de: 'Ihre Rechte in diesem Recovery Services-Tresor ansehen', en: 'Look at your rights in this vault' },
  noPoint: { de: 'Es gibt keinen Wiederherstellungspunkt.', en: 'There is no restore point.' },
  unusable: {
    de: 'Aus den Wiederherstellungspunkten lässt sich jetzt kein virtueller Computer machen:',
    en: 'No virtual machine can be made of the restore points now:',
  },
  failed: {
    de: 'Ob Sie jeden Schritt selbst gehen können, ließ sich nicht prüfen. Jeder Schritt prüft es noch einmal.',
    en: 'It could not be checked whether you can take every step yourself. Each step checks again.',
  },
});
