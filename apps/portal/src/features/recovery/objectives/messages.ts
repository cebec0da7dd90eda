import { defineMessages, type Message } from '../../../language/messages';
import type { Why } from './judge-objectives';

export const messages = defineMessages({
  heading: { de: 'Gewünscht und erreicht', en: 'Wanted and reached' },
  planned: {
    de: 'Die Zeit bis zur Rückkehr ist die des Zeitplans, gerechnet ab dem Beginn; das Alter der Daten ist das des gewählten Punkts von jetzt an gerechnet.',
    en: 'The time until a machine is back is that of the schedule, counted from the beginning; the age of the data is that of the chosen point as of now.',
  },
  measured: {
    de: 'Gemessen vom Auftrag für die Datenträger bis zum laufenden, entschlüsselten Computer; das Alter der Daten ist das des Punkts bei diesem Auftrag.',
    en: 'Measured from the order for the disks until the machine was running and unlocked; the age of the data is that of the point at this order.',
  },
  rtoCounts: {
    de: 'RTO: {met, number} eingehalten, {missed, number} nicht, {unknown, number} nicht bekannt.',
    en: 'RTO: {met, number} met, {missed, number} not met, {unknown, number} not known.',
  },
  rpoCounts: {
    de: 'RPO: {met, number} eingehalten, {missed, number} nicht, {unknown, number} nicht bekannt.',
    en: 'RPO: {met, number} met, {missed, number} not met, {unknown, number} not known.',
  },
  label: { de: 'Vorgaben der virtuellen Computer', en: 'Objectives of the virtual machines' },
  filter: { de: 'Vorgaben filtern', en: 'Filter the objectives' },
  machine: { de: 'Virtueller Computer', en: 'Virtual machine' },
  wave: { de: 'Welle', en: 'Wave' },
  rto: { de: 'Zurück (RTO)', en: 'Back (RTO)' },
  rpo: { de: 'Alter der Daten (RPO)', en: 'Age of the data (RPO)' },
  none: { de: 'Keine Vorgabe', en: 'No objective' },
  met: { de: 'Eingehalten: {time}, höchstens {wanted}', en: 'Met: {time}, at most {wanted}' },
  missed: { de: 'Nicht eingehalten: {time}, höchstens {wanted}', en: 'Not met: {time}, at most {wanted}' },
  missedWhy: { de: 'Nicht eingehalten, höchstens {wanted}: {why}', en: 'Not met, at most {wanted}: {why}' },
  notKnown: { de: 'Nicht bekannt, höchstens {wanted}: {why}', en: 'Not known, at most {wanted}: {why}' },
  notKnownAtAll: { de: 'Nicht bekannt: {why}', en: 'Not known: {why}' },
});

export const whyWords: Readonly<Record<Why, Message>> = defineMessages({
  'tags-unseen': {
    de: 'Die Vorgabe hängt von Tags ab, und die waren nie zu sehen.',
    en: 'the objective depends on tags, and those were never seen.',
  },
  'not-looked': { de: 'Er ließ sich nicht ansehen.', en: 'it couldn’t be looked at.' },
  'in-the-way': { de: 'Etwas steht im Weg.', en: 'something is in the way.' },
  'not-yet': { de: 'Es ist noch nicht so weit.', en: 'it isn’t that far yet.' },
  'left-out': { de: 'Der Plan holt ihn nicht mehr zurück.', en: 'the plan no longer brings it back.' },
  'not-measured': { de: 'Die Zeit wurde nicht gemessen.', en: 'the time wasn’t measured.' },
  'no-point': { de: 'Es gibt keinen brauchbaren Wiederherstellungspunkt.', en: 'there’s no usable restore point.' },
  'not-back': { de: 'Er kam nicht zurück.', en: 'it didn’t come back.' },
});
