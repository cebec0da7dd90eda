import { makeStyles } from '@fluentui/react-components';
import type { Restore } from '@tresor/contracts';
import { defineMessages } from '../../../language/messages';
import { useText } from '../../../language/use-text';
import { InfoBox } from '../../../ui/feedback/info-box';

const useStyles = makeStyles({ list: { margin: '4px 0', paddingLeft: '18px', overflowWrap: 'anywhere' } });

const messages = defineMessages({
  named: {
    de: 'Azure zeigt {count, plural, one {diesen Datenträger} other {diese Datenträger}} ohne das Tag „RSVaultBackup“, mit dem Azure Backup kennzeichnet, was ein Auftrag wiederhergestellt hat. Entfernt haben kann es eine Person oder eine Richtlinie (Azure Policy). Tresor erkennt {count, plural, one {ihn} other {sie}} am Namen, den der Auftrag in seiner Konfiguration nennt, und macht damit weiter. Verworfen {count, plural, one {wird er} other {werden sie}} so nicht. Setzen Sie das Tag wieder:',
    en: 'Azure shows {count, plural, one {this disk} other {these disks}} without the tag “RSVaultBackup”, by which Azure Backup marks what a job restored. A person or a policy (Azure Policy) may have removed it. Tresor recognizes {count, plural, one {it by its name} other {them by their names}} in the job’s configuration and goes on with {count, plural, one {it} other {them}}. Like this, {count, plural, one {it isn’t} other {they aren’t}} discarded. Set the tag again:',
  },
  open: {
    de: '{count, plural, one {Dieser Datenträger heißt} other {Diese Datenträger heißen}} wie {count, plural, one {ein wiederhergestellter} other {wiederhergestellte}} von {vmName}, {count, plural, one {hat} other {haben}} aber kein Tag „RSVaultBackup“, und eine Konfiguration des Auftrags mit {count, plural, one {seinem Namen} other {den Namen}} ist nicht zu sehen. Ob {count, plural, one {er} other {sie}} zu dieser Wiederherstellung {count, plural, one {gehört, ist nicht zu erkennen; er zählt} other {gehören, ist nicht zu erkennen; sie zählen}} hier als nicht da. {count, plural, one {Gehört er} other {Gehören sie}} dazu, setzen Sie das Tag, bevor Sie weitergehen:',
    en: '{count, plural, one {This disk is} other {These disks are}} named like {count, plural, one {a disk} other {disks}} restored for {vmName}, but {count, plural, one {has} other {have}} no tag “RSVaultBackup”, and no configuration of the job with {count, plural, one {its name} other {their names}} is in sight. Whether {count, plural, one {it belongs} other {they belong}} to this restore can’t be told; here {count, plural, one {it counts} other {they count}} as gone. If {count, plural, one {it does} other {they do}}, set the tag before you go on:',
  },
  tag: { de: '{name}: RSVaultBackup = {jobId}', en: '{name}: RSVaultBackup = {jobId}' },
});

/** The disks that have lost the tag of their restore, how far they are known all the same, and what the tag has to say. */
export function UntaggedDisks({ restore: { untaggedDisks, vmName } }: { restore: Restore }) {
  const styles = useStyles();
  const text = useText();
  const told = (['named', 'open'] as const).flatMap((word) => {
    const disks = untaggedDisks.filter(({ named }) => named === (word === 'named'));
    return disks.length === 0 ? [] : [{ word, disks }];
  });
  return told.map(({ word, disks }) => (
    <InfoBox key={word}>
      <p>{text(messages[word], { count: disks.length, vmName })}</p>
      <ul className={styles.list}>
        {disks.map(({ name, jobId }) => (
          <li key={name}>{text(messages.tag, { name, jobId })}</li>
        ))}
      </ul>
    </InfoBox>
  ));
}
