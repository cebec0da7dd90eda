import type { PlanFault, RestoreStep } from '@tresor/contracts';
import type { StepId } from '@tresor/support-matrix';
import type { Formats } from '../../../language/formats';
import { defineMessages, type Message } from '../../../language/messages';
import type { Text } from '../../../language/use-text';
import { titles } from '../../../map/map';
import { checkWords } from '../../../words/machine-check-words';
import { stepTitles } from '../../../words/restore-steps';
import { targetReasons } from '../keys/key-messages';
import { planMessages } from './plan-messages';

const messages = defineMessages({
  rights: { de: 'Ihnen fehlen Rechte für: {step}.', en: 'You’re missing rights for: {step}.' },
  policyMissing: { de: 'Die Sicherungsrichtlinie gibt es nicht mehr.', en: 'The backup policy no longer exists.' },
});

const keyFaults: Readonly<Record<Extract<PlanFault, { field: 'keys' }>['fault'], Message>> = {
  ...targetReasons,
  ...defineMessages({
    'new-name-taken': {
      de: 'Einen Schlüsseltresor mit diesem Namen gibt es schon; in ganz Azure hat jeder Name nur einen. Wählen Sie einen anderen.',
      en: 'A key vault with this name already exists; each name is used only once in all of Azure. Choose another one.',
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
  text(planMessages.lacking, { steps: format.list([...new Set(lacking.map((step) => rightWords(step, text)))]) });

/** What stands in the way of a plan, and what to do about it. */
export function faultWords(fault: PlanFault, text: Text): string {
  if (fault.field === 'rights') return text(messages.rights, { step: rightWords(fault.fault, text) });
  if (fault.field === 'policyName') return text(messages.policyMissing);
  if (fault.field === 'keys') return text(keyFaults[fault.fault]);
  const { reason, todo } = checkWords(fault.fault);
  return `${text(reason)} ${text(todo)}`;
}
