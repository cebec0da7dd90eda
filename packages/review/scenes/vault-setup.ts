import { blade, click, figure, open, step, text, the, type } from '../src/scene/say';
import type { Journey } from '../src/scene/scene';
import { name, t } from '../src/words';
import * as w from './words';

const creating = 'create-a-recovery-services-vault-for-a-vm';
const replication = 'set-storage-replication';
const form = t('Recovery Services-Tresor erstellen', 'Create Recovery Services vault');
const infrastructure = t('Sicherungsinfrastruktur', 'Backup Infrastructure');
const configuration = t('Sicherungskonfiguration', 'Backup Configuration');
const fields = [t('Name', 'Name'), t('Abonnement', 'Subscription')];

/** Creating a vault and choosing its storage replication. */
export const settingUpVaults: Journey = {
  id: 'vault-setup',
  title: t('Tresor erstellen und einrichten', 'Create and set up a vault'),
  articles: ['backup-azure-arm-vms-prepare', 'backup-azure-vms-first-look-arm'],
  seed: 'contoso',
  person: 'Adele Vance',
  viewport: { width: 1366, height: 1000 },
  scenes: [
    {
      id: 'setup-browse',
      title: w.browse,
      binds: [figure('browse-to-rs-vaults'), step(1, creating), step(2, creating)],
      actions: [click('link', w.browse), type('searchbox', undefined, name('Reco'))],
      ready: the('link', w.vaults, { inside: the('region', w.browse) }),
      crop: [the('navigation', t('Hub-Menü', 'Hub menu')), the('region', w.browse)],
      describes: { links: [w.notHere, w.browse, w.vaults] },
      changed: w.hubChanged,
    },
    {
      id: 'setup-list',
      title: w.vaults,
      binds: [figure('rs-vault-menu'), step(3, creating)],
      actions: [click('link', w.vaults, { inside: the('region', w.browse) })],
      ready: the('link', w.ignite),
      crop: [blade(w.vaults)],
      describes: { blades: [w.vaults], links: [t('Hinzufügen', 'Add')] },
    },
    {
      id: 'vault-new',
      title: form,
      binds: [figure('rs-vault-attributes'), step(3, creating), step(4, creating), step(5, creating), step(6, creating), step(7, creating)],
      actions: [click('link', t('Hinzufügen', 'Add'))],
      ready: the('textbox', t('Name', 'Name')),
      crop: [blade(form)],
      describes: { blades: [form], fields, buttons: [t('Erstellen', 'Create')] },
      explains: { must: t('Betontes Wort im Satz, keine Beschriftung.', 'A stressed word of the sentence, not a label.') },
    },
    {
      id: 'vault-named',
      title: t('Name passt', 'The name fits'),
      binds: [step(8, creating), figure('rs-list-of-vaults')],
      actions: [type('textbox', t('Name', 'Name'), name('ReviewVault'))],
      ready: the('img', t('Dieser Name passt.', 'This name works.')),
      crop: [blade(form)],
      describes: { blades: [form], buttons: [t('Erstellen', 'Create')] },
    },
    {
      id: 'vault-infrastructure',
      title: infrastructure,
      binds: [step(1, replication), step(2, replication)],
      actions: [open(`${w.IGNITE}/infrastructure`)],
      ready: text(configuration),
      describes: { texts: [configuration] },
      explains: {
        Settings: t(
          'Die Einträge der Einstellungen stehen im Menü des Tresors.',
          'The entries of the settings stand in the menu of the vault.',
        ),
        'All settings': t(
          'Die Einträge der Einstellungen stehen im Menü des Tresors.',
          'The entries of the settings stand in the menu of the vault.',
        ),
      },
    },
    {
      id: 'backup-configuration',
      title: configuration,
      binds: [figure('choose-storage-configuration-rs-vault'), step(2, replication)],
      actions: [click('link', configuration)],
      ready: text(t('Georedundant', 'Geo-redundant')),
      crop: [blade(infrastructure), blade(configuration)],
      describes: {
        blades: [infrastructure, configuration],
        texts: [t('Lokal redundant', 'Locally-redundant'), t('Georedundant', 'Geo-redundant')],
      },
    },
  ],
};
