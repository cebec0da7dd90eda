import type { RecoveryMachineState, RecoveryMachineView } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import type { Text } from '../../../language/use-text';
import { own } from '../../../api/own';
import { briefMessage } from '../../../words/azure-message';
import { faultWords, stopWords } from '../../../words/plan-words';
import { happenedBy, outsideWords } from '../../../words/problem-texts';
import { stepTitles } from '../../../words/restore-steps';
import type { Status } from '../../../words/status';
import { planMessages } from '../plan-messages';
import { messages, refusals } from './messages';

export const STATE_STATUS: Readonly<Record<RecoveryMachineState, Status>> = {
  waiting: 'waiting',
  starting: 'in-progress',
  disks: 'in-progress',
  'disks-there': 'waiting',
  running: 'in-progress',
  held: 'warning',
  done: 'success',
  'needs-person': 'warning',
  refused: 'error',
  stopped: 'unknown',
  'taken-out': 'unknown',
};

/** Why a machine does not go on, in a sentence or two; empty where it does. `isDelegated`: whether it is a customer’s, who has delegated it. */
export function whyWords({ refusal, stop }: RecoveryMachineView, text: Text, isDelegated = false): string {
  if (stop !== null)
    return `${text(messages.stepAt, { step: text(stepTitles[stop.step]), state: text(stopWords[stop.reason]) })} ${azureWords(stop, text)}`.trim();
  if (refusal === null) return '';
  if (refusal.faults.length > 0) return [...new Set(refusal.faults.map((fault) => faultWords(fault, text, isDelegated)))].join(' ');
  const words = own(refusals, refusal.code) ?? happenedBy(refusal.code);
  return [words === undefined ? refusal.code : text(words), azureWords(refusal, text)].join(' ').trim();
}

/** The same, with what a person does about it. */
export function remedyWords(machine: RecoveryMachineView, text: Text, isDelegated = false): string {
  const { stop, refusal } = machine;
  const isMachine = stop?.step === 'machine' && stop.reason === 'tried';
  const tried = isMachine && text(messages.machineTried, { retry: text(planMessages.retry) });
  const needs = (stop ?? refusal)?.needs ?? [];
  const places = [...new Set(needs.flatMap(({ at }) => at.map(nameOf)))];
  // Files that cannot be seen are told as what removing them takes, as before the run.
  const code = needs.some(({ right }) => right === 'read-blobs') ? 'storage-data-forbidden' : ((stop ?? refusal)?.code ?? null);
  const where = places.length > 0 && text(messages.at, { places: places.join(', ') });
  return [whyWords(machine, text, isDelegated), outsideWords({ code }, text, isDelegated), where, tried].filter(Boolean).join(' ');
}

const azureWords = ({ azureCode, azureMessage }: { azureCode: string | null; azureMessage: string | null }, text: Text) =>
  [azureCode, azureMessage && briefMessage(azureMessage, text)].filter(Boolean).join(': ');
