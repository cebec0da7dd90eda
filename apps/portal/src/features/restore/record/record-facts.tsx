import type { KeyLink, Restore, StepView } from '@tresor/contracts';
import { groupOf, nameOf } from '@tresor/support-matrix';
import { useFormat } from '../../../language/use-format';
import { useText } from '../../../language/use-text';
import { useOptionalVaultPath } from '../../../map/paths';
import { Essentials } from '../../../ui/layout/essentials';
import { stepReasons } from '../progress/journey-messages';
import { viewOf } from '../progress/journey-steps';
import { useNeedWords } from '../../../azure/rights/use-need-words';
import { useStepWords } from '../progress/use-step-words';
import { recordMessages as messages } from './messages';

interface RecordFactsProps {
  restore: Restore;
  vaultName: string;
}

const asSentence = (words: string) => (/[.!?]$/.test(words) ? words : `${words}.`);

/** Whether what is said of the step says already that there is no restore point. */
const saysNoPoint = (view: StepView | undefined) =>
  view?.state === 'ready' && (view.reason === 'first-backup-missing' || view.reason === 'first-backup-failed');

/** What was restored from what to what, with which keys, and how it was verified. */
export function RecordFacts({ restore, vaultName }: RecordFactsProps) {
  const text = useText();
  const format = useFormat();
  const needWords = useNeedWords(useOptionalVaultPath()?.subscriptionId);
  const stepWords = useStepWords();
  const { vmName, vmGroup, machineId, recoveryPointId: id, recoveryPointTime: time, startTime, keyChain, encrypted, protection } = restore;

  const after = () => {
    if (machineId.state === 'hidden') return text(messages.hidden, { needs: needWords(machineId.needs) });
    return machineId.value === null ? text(messages.notYet) : `${nameOf(machineId.value)} (${groupOf(machineId.value)})`;
  };
  const point = () => {
    if (time === null) return text(messages.notNamed);
    return id === null ? format.dateTime(time) : text(messages.pointNamed, { time: format.dateTime(time), id });
  };
  const version = ({ name, version, keyVaultName }: KeyLink) => text(messages.version, { name, version, keyVault: keyVaultName });
  const keys = () => {
    if (encrypted === false) return { secret: text(messages.plain), key: text(messages.plain) };
    if (keyChain === null) return { secret: text(messages.notNamed), key: text(messages.notNamed) };
    return { secret: version(keyChain.secret), key: keyChain.key === null ? text(messages.noKey) : version(keyChain.key) };
  };
  const { secret, key } = keys();
  const state = (step: 'encryption' | 'protection') => {
    const view = viewOf(restore.steps, step);
    if (view === undefined) return '';
    // Whose turn it is stands in no record.
    return view.state === 'ready' && view.reason !== null ? text(stepReasons[view.reason]) : stepWords(view);
  };
  const backup = () => {
    if (protection.state === 'hidden') return state('protection');
    const { newestPoint } = protection.value;
    const sentence = asSentence(state('protection'));
    if (newestPoint !== null) return `${sentence} ${text(messages.firstPoint, { time: format.dateTime(newestPoint) })}`;
    return saysNoPoint(viewOf(restore.steps, 'protection')) ? sentence : `${sentence} ${text(messages.noPoint)}`;
  };
  return (
    <Essentials
      title={text(messages.facts)}
      entries={[
        { name: text(messages.before), value: `${vmName} (${vmGroup})` },
        { name: text(messages.after), value: after() },
        { name: text(messages.point), value: point() },
        { name: text(messages.started), value: startTime === null ? text(messages.notNamed) : format.dateTime(startTime) },
        { name: text(messages.secret), value: secret },
        { name: text(messages.key), value: key },
        { name: text(messages.encryption), value: state('encryption') },
        { name: text(messages.protection), value: backup() },
        { name: text(messages.vault), value: vaultName },
      ]}
    />
  );
}
