import type { PairedRegion } from '@tresor/contracts';
import { defineMessages, type Message } from '../../../language/messages';

export const pairedMessages = defineMessages({
  region: { de: 'Zielregion', en: 'Target region' },
  own: { de: '{region} (Region des Recovery Services-Tresors)', en: '{region} (the vault’s region)' },
  paired: { de: '{region} (gepaarte Region)', en: '{region} (paired region)' },
  pairedUnknown: { de: 'Gepaarte Region', en: 'Paired region' },
  notHere: { de: 'hier nicht möglich', en: 'not possible here' },
  reading: { de: 'wird gelesen', en: 'reading' },
  notRead: {
    de: 'Ob in der gepaarten Region wiederhergestellt werden kann, ließ sich nicht lesen.',
    en: 'Whether this can be restored in the paired region couldn’t be read.',
  },
  notIn2017: {
    de: 'In der gepaarten Region ließ sich im Januar 2017 nichts wiederherstellen. Nach dem heutigen Regelstand geht es; er lässt sich in den Einstellungen wechseln.',
    en: 'In January 2017, nothing could be restored in the paired region. By today’s rules it can; you switch to them in the settings.',
  },
  toSettings: { de: 'Einstellungen öffnen', en: 'Open settings' },
  readInPair: {
    de: 'Der Azure Backup-Dienst in der Region des Recovery Services-Tresors ({own}) antwortet nicht. Aufgeführt sind die Punkte in der gepaarten Region ({region}). Dort treffen sie bis zu 12 Stunden nach der Sicherung ein; neuere Punkte fehlen hier deshalb, auch wenn der Tresor sie hat. Wiederherstellen lässt sich zurzeit nur in der gepaarten Region.',
    en: 'The Azure Backup service in the vault’s region ({own}) isn’t responding. These are the points in the paired region, {region}. They get there up to 12 hours after the backup, so newer points may be missing here although the vault has them. For now, you can restore in the paired region only.',
  },
  neither: {
    de: 'In keiner der beiden Regionen lässt sich dieser Punkt zurzeit wiederherstellen.',
    en: 'This point can’t be restored in either region at the moment.',
  },
  silent: { de: 'antwortet nicht', en: 'isn’t responding' },
  ownSilent: {
    de: 'Als der Wiederherstellungspunkt gewählt wurde, antwortete der Azure Backup-Dienst in der Region des Recovery Services-Tresors ({own}) nicht. Antwortet er wieder, wählen Sie den Punkt noch einmal, um in {own} wiederherzustellen.',
    en: 'When the restore point was selected, the Azure Backup service in the vault’s region ({own}) wasn’t responding. Once it responds again, select the point again to restore in {own}.',
  },
  pointNotThere: {
    de: 'Der gewählte Wiederherstellungspunkt ist in der gepaarten Region ({region}) nicht vorhanden: Dorthin kommen nur Punkte, die im Recovery Services-Tresor liegen, und das bis zu 12 Stunden nach der Sicherung. Der neueste dort ist von {moment} ({age}).',
    en: 'The selected restore point isn’t in {region}: only points stored in the vault get there, up to 12 hours after the backup. The newest one there is from {moment} ({age}).',
  },
  vhdsOnly: {
    de: 'In der gepaarten Region stellt Azure nur verwaltete Datenträger wieder her; dieser virtuelle Computer hat keine.',
    en: 'In the paired region, Azure restores managed disks only; this virtual machine has none.',
  },
  chosen: {
    de: 'In der gepaarten Region ({region}) entstehen nur die Datenträger. Schlüssel und Geheimnis holen Sie danach aus der Sicherung in einen Schlüsseltresor dieser Region, und dort erstellen Sie den virtuellen Computer. Dieser Recovery Services-Tresor sichert ihn dort nicht: Das muss einer in jener Region tun. Die Wiederherstellung lässt sich nicht abbrechen, und Azure prüft sie nicht vorab.',
    en: 'Only the disks are created in {region}. Then you bring back the key and secret from the backup to a key vault in that region, and create the virtual machine there. This vault doesn’t back it up there; a vault in {region} has to. The restore can’t be canceled, and Azure doesn’t check it beforehand.',
  },
  chosenPlain: {
    de: 'In der gepaarten Region ({region}) entstehen nur die Datenträger. Danach erstellen Sie dort den virtuellen Computer. Dieser Recovery Services-Tresor sichert ihn dort nicht: Das muss einer in jener Region tun. Die Wiederherstellung lässt sich nicht abbrechen, und Azure prüft sie nicht vorab.',
    en: 'Only the disks are created in {region}. Then you create the virtual machine there. This vault doesn’t back it up there; a vault in {region} has to. The restore can’t be canceled, and Azure doesn’t check it beforehand.',
  },
  newest: {
    de: 'Der neueste Punkt in der gepaarten Region ({region}) ist von {moment} ({age}).',
    en: 'The newest point in {region} is from {moment} ({age}).',
  },
  column: { de: 'Gepaarte Region ({region})', en: 'In {region}' },
  there: { de: 'vorhanden', en: 'available' },
  notThere: { de: 'nicht vorhanden', en: 'not available' },
  accountsHint: {
    de: 'Hierhin legt Azure die wiederhergestellten Daten. Das Konto muss in der gepaarten Region ({region}) liegen.',
    en: 'Azure puts the restored data here. The account must be in {region}.',
  },
  otherRegion: { de: 'Liegt nicht in der gepaarten Region ({region}).', en: 'Isn’t in {region}.' },
  configured: { de: 'Konfiguriert: {account}, gepaarte Region', en: 'Configured: {account}, paired region' },
});

/** Why nothing of a vault can be restored in the paired region. */
export const closedPair: Readonly<Record<Exclude<PairedRegion['state'], 'open'>, Message>> = defineMessages({
  'no-pair': {
    de: 'Zu dieser Region gibt es keine gepaarte Region in derselben Geografie.',
    en: 'This region has no paired region in the same geography.',
  },
  'not-geo-redundant': {
    de: 'In einer gepaarten Region lässt sich nichts wiederherstellen: Der Recovery Services-Tresor ist nicht georedundant und hat dort keine Kopien. Ändern lässt sich das nur, solange er nichts sichert.',
    en: 'Nothing can be restored in a paired region: the vault isn’t geo-redundant and has no copies there. That can be changed only while it protects nothing.',
  },
  off: {
    de: 'In der gepaarten Region lässt sich nichts wiederherstellen: „Regionsübergreifende Wiederherstellung“ ist für den Recovery Services-Tresor nicht eingeschaltet. Wer ihn verwaltet, schaltet sie in seinen Eigenschaften ein; die ersten Punkte sind nach bis zu 48 Stunden dort.',
    en: 'Nothing can be restored in the paired region: Cross Region Restore isn’t turned on for the vault. The person who manages it turns it on in its properties; the first points get there within 48 hours.',
  },
  'no-point-yet': {
    de: 'In der gepaarten Region ist noch kein Wiederherstellungspunkt dieses virtuellen Computers vorhanden.',
    en: 'There is no restore point of this virtual machine in the paired region yet.',
  },
});
