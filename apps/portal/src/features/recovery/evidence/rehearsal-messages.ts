import { defineMessages } from '../../../language/messages';

export const rehearsalMessages = defineMessages({
  title: { de: 'Nachweis der Probe', en: 'Evidence of the rehearsal' },
  fileName: { de: 'nachweis-probe', en: 'evidence-rehearsal' },
  all: {
    de: '{total, plural, one {Der virtuelle Computer ist} other {Alle # virtuellen Computer sind}} in der Probe gelaufen.',
    en: '{total, plural, one {The virtual machine} other {All # virtual machines}} ran in the rehearsal.',
  },
  allSeen: {
    de: '{total, plural, one {Der virtuelle Computer, den {name} sieht, ist} other {Alle # virtuellen Computer, die {name} sieht, sind}} in der Probe gelaufen.',
    en: '{total, plural, one {The virtual machine} other {All # virtual machines}} that {name} can see ran in the rehearsal.',
  },
  some: {
    de: 'Teilweise gelungen: {done, plural, one {# von {total, number} virtuellen Computern ist} other {# von {total, number} virtuellen Computern sind}} in der Probe gelaufen, {rest, number} nicht.',
    en: 'Partly successful: {done, number} of {total, number} virtual machines ran in the rehearsal, {rest, number} didn’t.',
  },
  none: {
    de: '{total, plural, one {Der virtuelle Computer ist} other {Von # virtuellen Computern ist keiner}} in der Probe {total, plural, one {nicht gelaufen} other {gelaufen}}.',
    en: '{total, plural, one {The virtual machine didn’t run} other {None of the # virtual machines ran}} in the rehearsal.',
  },
  goesOn: {
    de: 'Die Probe ist noch nicht zu Ende: Das ist ein Zwischenstand.',
    en: 'The rehearsal hasn’t ended: this is how it stands so far.',
  },
  planAddress: { de: 'Geprobter Plan: {url}', en: 'Plan being rehearsed: {url}' },
  ran: { de: 'Diese virtuellen Computer sind gelaufen', en: 'These virtual machines ran' },
  others: { de: 'Diese virtuellen Computer sind nicht gelaufen', en: 'These virtual machines didn’t run' },
  seen: { de: 'Gesehen', en: 'Seen' },
  statuses: { de: 'Was Azure dazu gemeldet hat, im Wortlaut', en: 'What Azure reported, word for word' },
  of: { de: 'Von', en: 'Of' },
  ofMachine: { de: 'virtueller Computer', en: 'virtual machine' },
  ofAgent: { de: 'Agent', en: 'agent' },
  code: { de: 'Code', en: 'Code' },
  words: { de: 'Wortlaut', en: 'Words' },
  reportedAt: { de: 'Gemeldet', en: 'Reported' },
  removals: { de: 'Was die Probe angelegt hatte, und was daraus wurde', en: 'What the rehearsal had created, and what became of it' },
  kind: { de: 'Art', en: 'Kind' },
  name: { de: 'Name', en: 'Name' },
  became: { de: 'Ist jetzt', en: 'Is now' },
  notYet: { de: 'Noch ist nicht alles entfernt.', en: 'Not everything has been removed yet.' },
  nothingMade: { de: 'Es gab nichts zu entfernen.', en: 'There was nothing to remove.' },
  removed: { de: 'entfernt', en: 'removed' },
  left: { de: 'noch da', en: 'still there' },
  softDeleted: { de: 'gelöscht, aber noch nicht endgültig', en: 'deleted, but not for good yet' },
  keptAsVersions: {
    de: 'gelöscht; das Speicherkonto behält frühere Versionen, bis jemand sie löscht',
    en: 'deleted; the storage account keeps former versions until someone deletes them',
  },
  softDeletedUntil: {
    de: 'gelöscht; Azure behält das bis {until}',
    en: 'deleted; Azure keeps it until {until}',
  },
  'kept-untold': {
    de: 'gelöscht; ob das Speicherkonto das noch aufbewahrt, ließ sich nicht lesen',
    en: 'deleted; whether the storage account still keeps it couldn’t be read',
  },
  unseen: { de: 'nicht zu sehen', en: 'can’t be seen' },
  firewalled: {
    de: 'nicht zu sehen: Die Firewall des Speicherkontos ließ den Server nicht durch',
    en: 'can’t be seen: the storage account’s firewall didn’t let the server through',
  },
  groupsOnly: {
    de: 'Aufgeführt sind nur die Ressourcengruppen: Anderes trägt Namen von virtuellen Computern, die {name} nicht sehen darf.',
    en: 'Only the resource groups are listed: the rest bears names of virtual machines that {name} can’t see.',
  },
  pictures: { de: 'Bilder der Konsolen', en: 'Console pictures' },
  picture: { de: 'Konsole von {name}', en: 'Console of {name}' },
  noPictures: { de: 'Es wurde kein Bild aufbewahrt.', en: 'No picture was kept.' },
  loading: { de: 'Das Bild wird geladen.', en: 'Loading the picture.' },
  same: { de: 'Das Bild ist das aus dem Nachweis: SHA-256 {sha256}', en: 'The picture is the one in the evidence: SHA-256 {sha256}' },
  other: {
    de: 'Verändert: Das ist nicht das Bild aus dem Nachweis, dessen SHA-256 {sha256} ist.',
    en: 'Changed: this isn’t the picture in the evidence, whose SHA-256 is {sha256}.',
  },
  gone: {
    de: 'Das Bild ist nicht mehr da. SHA-256 im Nachweis: {sha256}',
    en: 'The picture is no longer there. SHA-256 in the evidence: {sha256}',
  },
  forbidden: {
    de: 'Sehen dürfen das Bild nur Personen, die aus dem Tresor wiederherstellen dürfen. SHA-256 im Nachweis: {sha256}',
    en: 'Only people who may restore from the vault can see the picture. SHA-256 in the evidence: {sha256}',
  },
  failed: {
    de: 'Das Bild ließ sich nicht laden. SHA-256 im Nachweis: {sha256}',
    en: 'The picture couldn’t be loaded. SHA-256 in the evidence: {sha256}',
  },
  more: {
    de: '{count, plural, one {Noch ein Bild} other {Noch # Bilder}} laden',
    en: 'Load {count, plural, one {one more picture} other {# more pictures}}',
  },
  notLoaded: {
    de: '{count, plural, one {Ein weiteres Bild ist} other {# weitere Bilder sind}} nicht abgedruckt.',
    en: '{count, plural, one {One more picture isn’t} other {# more pictures aren’t}} printed.',
  },
});
