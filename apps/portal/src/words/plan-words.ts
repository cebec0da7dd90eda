import type { DenyingPolicy, PlanFault, PlanStopReason, RestoreStep } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import { scopeName } from './scope-name';
import type { Formats } from '../language/formats';
import { defineMessages, type Message } from '../language/messages';
import type { Text } from '../language/use-text';
import { titles } from '../map/map';
import { targetReasons, targetReasonsOfProvider } from './key-vault-target-words';
import { checkWords } from './machine-check-words';
import { stepTitles } from './restore-steps';

const messages = defineMessages({
  lacking: {
    de: 'Ihnen fehlen Rechte für: {steps}. Fortsetzen, ändern oder anhalten können Sie den Ablauf deshalb nicht.',
    en: 'You’re missing rights for: {steps}. So you can’t continue, change or stop the run.',
  },
  rights: { de: 'Ihnen fehlen Rechte für: {step}.', en: 'You’re missing rights for: {step}.' },
  denied: {
    de: 'Eine Richtlinie (Azure Policy) verbietet „{step}“: „{name}“, zugewiesen an: {scope}. Ändern oder eine Ausnahme einrichten kann, wer dort Besitzer oder „Mitwirkender bei Ressourcenrichtlinien“ ist.',
    en: 'A policy (Azure Policy) forbids “{step}”: “{name}”, assigned at: {scope}. An owner or a “Resource Policy Contributor” there can change it or create an exemption.',
  },
  policyMissing: { de: 'Die Sicherungsrichtlinie gibt es nicht mehr.', en: 'The backup policy no longer exists.' },
});

type KeyFault = Extract<PlanFault, { field: 'keys' }>['fault'];

const keyFaultsOfProvider: Readonly<Partial<Record<KeyFault, Message>>> = targetReasonsOfProvider;

const keyFaults: Readonly<Record<KeyFault, Message>> = {
  ...targetReasons,
  ...defineMessages({
    'new-name-taken': {
      de: 'Einen Schlüsseltresor mit diesem Namen gibt es schon; in ganz Azure hat jeder Name nur einen. Wählen Sie einen anderen.',
      en: 'A key vault with this name already exists; each name is used only once in all of Azure. Choose another one.',
    },
    'not-isolated': {
      de: 'Der virtuelle Computer entsteht abgeschottet. Auch seine Schlüssel müssen in einen Schlüsseltresor seiner eigenen Ressourcengruppe.',
      en: 'The virtual machine is made in isolation. Its keys must go to a key vault of its own resource group, too.',
    },
    'not-found': { de: 'Den Schlüsseltresor gibt es nicht mehr.', en: 'The key vault no longer exists.' },
    'not-answered': {
      de: 'Schlüssel oder Geheimnis fehlen. Wählen Sie, wie sie zurückkommen.',
      en: 'The key or secret is missing. Choose how they come back.',
    },
    'in-no-backup': {
      de: 'Azure nennt zu diesem Wiederherstellungspunkt keine Schlüssel.',
      en: 'Azure doesn’t list any keys for this restore point.',
    },
  }),
};

/** The step of a restore that a right is for; most steps of the rights are none. */
const STEP_OF: Partial<Record<StepId, RestoreStep>> = {
  'restore-keys': 'keys',
  'recover-keys': 'keys',
  'create-key-vault': 'keys',
  'move-keys': 'machine',
  'move-vhd-keys': 'machine',
  'create-machine': 'machine',
  'renew-encryption': 'encryption',
  'protect-restored': 'protection',
  'remove-leftovers': 'after-care',
};

/** What a step of the rights is called here. */
function rightWords(step: StepId, text: Text): string {
  const own = STEP_OF[step];
  return own === undefined ? text(titles.backupNow) : text(stepTitles[own]);
}

/** What a person lacks for what is left of a plan, and what follows from it. */
export const lackingWords = (lacking: readonly StepId[], text: Text, format: Formats): string =>
  text(messages.lacking, { steps: format.list([...new Set(lacking.map((step) => rightWords(step, text)))]) });

/** Which policy forbids the work of a step, and who can change that. */
export const deniedWords = (step: RestoreStep, { name, scope }: DenyingPolicy, text: Text): string =>
  text(messages.denied, { step: text(stepTitles[step]), name, scope: scopeName(scope, text) });

/** What stands in the way of a plan, and what to do about it. `isDelegated`: whether it is for a customer, who has delegated the subscription. */
export function faultWords(fault: PlanFault, text: Text, isDelegated = false): string {
  if (fault.field === 'rights') return text(messages.rights, { step: rightWords(fault.fault, text) });
  if (fault.field === 'policy') return deniedWords(fault.fault, fault, text);
  if (fault.field === 'policyName') return text(messages.policyMissing);
  if (fault.field === 'keys') return text((isDelegated ? keyFaultsOfProvider[fault.fault] : undefined) ?? keyFaults[fault.fault]);
  const { reason, todo } = checkWords(fault.fault);
  return `${text(reason)} ${text(todo)}`;
}

/** Why a run stopped. Of `stuck` and `hidden` the step itself says more. */
export const stopWords: Readonly<Record<PlanStopReason, Message>> = defineMessages({
  refused: { de: 'Der Befehl wurde abgelehnt.', en: 'The command was refused.' },
  tried: {
    de: 'Der Befehl wurde ausgeführt und hat nicht geholfen.',
    en: 'The command was carried out and didn’t help.',
  },
  'not-answered': {
    de: 'Schlüssel oder Geheimnis fehlen. Am Anfang waren sie da; wie sie zurückkommen, wurde deshalb nicht gefragt.',
    en: 'The key or secret is missing. They were there at the start, so no one was asked how to bring them back.',
  },
  'application-needed': {
    de: 'Die Verschlüsselung braucht den geheimen Clientschlüssel der Entra-Anwendung. Geben Sie ihn im Schritt ein.',
    en: 'The encryption needs the client secret of the Entra application. Enter it in the step.',
  },
  'application-isolated': {
    de: 'Der virtuelle Computer läuft, doch Datenträger bleiben gesperrt: Die Entra-Anwendung kann sich aus dem abgeschotteten Netzwerk nicht anmelden.',
    en: 'The virtual machine is running, but disks stay locked: the Entra application can’t sign in from the isolated network.',
  },
  'first-encryption': {
    de: 'Die Verschlüsselung noch einmal anzuwenden würde auch bisher unverschlüsselte Datenträger verschlüsseln. Ob sie das sollen, entscheidet ein Mensch im Schritt.',
    en: 'Applying the encryption again would also encrypt disks not encrypted so far. A person decides in the step whether it should.',
  },
  'disks-untold': {
    de: 'Azure sagt nicht, ob weitere Datenträger verschlüsselt waren. Sehen Sie nach und sagen Sie es im Schritt; bis dahin bleiben die Schlüsseldaten.',
    en: 'Azure doesn’t say whether more disks were encrypted. Check and say it in the step; until then, the key data stays.',
  },
  'backup-kept-out': {
    de: 'Azure Backup darf die Schlüsseltresore nicht lesen. Geben Sie im Schritt Zugriff.',
    en: 'Azure Backup can’t read the key vaults. Give it access in the step.',
  },
  stuck: { de: 'Hier geht es so nicht weiter.', en: 'It can’t continue here like this.' },
  hidden: {
    de: 'Wie es hier steht, darf die Person nicht sehen, in deren Namen es lief.',
    en: 'The person in whose name it ran can’t see the status here.',
  },
  'rehearsal-removed': {
    de: 'Die Probe ist wieder entfernt. Hier ist nichts mehr zu tun.',
    en: 'The rehearsal was removed again. There’s nothing left to do here.',
  },
});
