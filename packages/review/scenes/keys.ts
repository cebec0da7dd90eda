import { blade, click, clickOn, open, pass, see, step, text, the, tick } from '../src/scene/say';
import type { Journey } from '../src/scene/scene';
import { name, t } from '../src/words';
import * as w from './words';

const bell = the('button', w.notifications, { match: 'starts' });
const keys = t('Schlüssel und Geheimnis', 'Key and secret');
const article = t('Titel eines anderen Artikels, keine Beschriftung.', 'The title of another article, not a label.');

/** Bringing key and secret back from a backup when the key vault is gone; the article does it with PowerShell. */
export const bringingKeysBack: Journey = {
  id: 'keys',
  title: t('Schlüssel und Geheimnis zurückholen', 'Bring back the key and secret'),
  articles: ['backup-azure-restore-key-secret'],
  seed: 'contoso',
  person: 'Adele Vance',
  scenes: [
    {
      id: 'keys-step',
      title: keys,
      binds: [step(1, 'pre-requisites'), step(2, 'pre-requisites')],
      actions: [
        open(`${w.OPERATIONS}/items/OperationsRG/LostVaultVM1/restore/point`),
        tick(t('00:30', '12:30 AM')),
        click('button', w.ok),
        tick(name('contosostaging')),
        click('button', w.ok),
        click('button', w.restore, { inside: blade(w.restore) }),
        see(text(t('Die Wiederherstellung von LostVaultVM1 hat begonnen', 'The restore of LostVaultVM1 has started'))),
        pass(120),
        // What was dismissed does not cover the blade.
        clickOn(bell),
        click('button', w.dismissFinished),
        clickOn(bell),
        click('button', t('Weiter: Schlüssel und Geheimnis', 'Next: Key and secret')),
      ],
      ready: text(t('1 Datenträger', '1 disk')),
      crop: [blade(keys)],
      describes: { blades: [keys], buttons: [t('Zurückholen', 'Bring back')] },
      explains: {
        'Sicherung verschlüsselter VMs': article,
        'Konfigurieren von Azure Key Vault': article,
        'Backup encrypted VMs': article,
        'Configure Azure Key Vault': article,
      },
    },
  ],
};
