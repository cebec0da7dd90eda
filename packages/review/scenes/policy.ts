import { blade, choose, figure, open, passage, step, text, the } from '../src/scene/say';
import type { Journey } from '../src/scene/scene';
import { t } from '../src/words';
import * as w from './words';

const form = t('Neue Sicherungsrichtlinie', 'New backup policy');
const policyName = t('Richtlinienname', 'Policy name');
const section = ['definieren-einer-sicherungsrichtlinie', 'defining-a-backup-policy'];
const frequency = t('Häufigkeit', 'Frequency');
const time = t('Uhrzeit', 'Time');

/** Creating a backup policy: the text the articles include, with its three pictures. */
export const creatingPolicy: Journey = {
  id: 'policy-form',
  title: t('Sicherungsrichtlinie erstellen', 'Create a backup policy'),
  articles: ['backup-create-backup-policy-for-vm', 'backup-azure-vms-first-look-arm'],
  seed: 'contoso',
  person: 'Adele Vance',
  viewport: { width: 1366, height: 1400 },
  scenes: [
    {
      id: 'policy-new',
      title: form,
      binds: [figure('backup-policy'), passage(1, ...section), step(1, ...section)],
      actions: [
        open(`${w.IGNITE}/backup/policy`),
        choose(t('Sicherungsrichtlinie auswählen', 'Choose backup policy'), t('Neu erstellen', 'Create New')),
      ],
      ready: the('textbox', policyName),
      crop: [blade(form)],
      describes: { blades: [form], fields: [policyName, frequency, time] },
      explains: { Richtlinie: t('Das Feld heißt „Richtlinienname“.', 'The field is called “Policy name”.') },
      places: [{ label: policyName, at: [16, 12, 200, 24] }],
    },
    {
      id: 'policy-daily',
      title: t('Täglich', 'Daily'),
      binds: [figure('backup-policy-daily'), step(2, ...section)],
      actions: [choose(frequency, t('Täglich', 'Daily'))],
      ready: the('combobox', time),
      crop: [blade(form)],
      describes: { blades: [form], fields: [policyName, frequency, time] },
    },
    {
      id: 'policy-weekly',
      title: t('Wöchentlich', 'Weekly'),
      binds: [figure('backup-policy-weekly'), step(2, ...section)],
      actions: [choose(frequency, t('Wöchentlich', 'Weekly'))],
      ready: text(t('Wochentage', 'Days'), { match: 'starts' }),
      crop: [blade(form)],
      describes: { blades: [form], fields: [policyName, frequency, time], texts: [t('Wochentage', 'Days')] },
      explains: { Stunde: t('Das Feld heißt „Uhrzeit“.', 'The field is called “Time”.') },
    },
    {
      id: 'policy-retention',
      title: t('Aufbewahrungsdauer und Erstellen', 'Retention range and creating'),
      binds: [step(3, ...section), step(4, ...section)],
      actions: [choose(frequency, t('Täglich', 'Daily'))],
      ready: text(t('Aufbewahrung des jährlichen Sicherungspunkts', 'Retention of yearly backup point')),
      crop: [blade(form)],
      describes: { blades: [form], texts: [t('Aufbewahrung des täglichen Sicherungspunkts', 'Retention of daily backup point')] },
      explains: {
        Beibehaltungsdauer: t(
          'Zwei Artikel nennen dasselbe verschieden; das Glossar hat sich für „Aufbewahrungsdauer“ entschieden.',
          'Two German articles differ; the glossary has chosen “Aufbewahrungsdauer”.',
        ),
        Speichern: t(
          'Hier entsteht etwas Neues: die Schaltfläche heißt „Erstellen“.',
          'Something new is made: the button is called “Create”.',
        ),
        Save: t('Hier entsteht etwas Neues: die Schaltfläche heißt „Create“.', 'Something new is made: the button is called “Create”.'),
      },
    },
  ],
};
