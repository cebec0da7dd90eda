import type { DenyingPolicy, RecoveryOutlook, RestoreStep, StepOutlook } from '@tresor/contracts';
import type { Formats } from '../../../language/formats';
import type { Text } from '../../../language/use-text';
import { scopeName } from '../../../words/scope-name';
import { stepTitles } from '../../../words/restore-steps';
import { dataDiskWords } from '../../../words/data-disks-ahead';
import { reasonWords, verdictWord } from '../../../words/verdict-words';
import { messages } from './messages';

/** How key and secret come back, in words. */
export function keysWords({ point, keysWay, keyChain, verdict }: RecoveryOutlook, text: Text): string {
  if (point === null) return '';
  if (!point.encrypted) return text(messages.notEncrypted);
  const keyVault = keyChain?.secret.keyVaultName ?? '';
  if (keysWay === 'create') return text(verdict?.state === 'restorable' ? messages.ownKeys : messages.create);
  if (keysWay !== null) return text(messages[keysWay], { keyVault });
  return text(verdict?.state === 'restorable' ? messages.keysThere : messages.keysUnseen);
}

const stepsIn = ({ steps }: RecoveryOutlook, state: RecoveryOutlook['steps'][number]['state']): RestoreStep[] =>
  steps.filter((one) => one.state === state).map(({ step }) => step);

/** Each once. */
const policiesIn = (steps: RecoveryOutlook['steps']): DenyingPolicy[] => [
  ...new Map(steps.flatMap(({ policies }) => policies).map((policy) => [`${policy.scope} ${policy.name}`, policy])).values(),
];

const noSize = ({ oldSize, zone }: RecoveryOutlook['target'], text: Text) =>
  zone === null ? text(messages.noSize, { old: oldSize ?? '' }) : text(messages.noSizeInZone, { old: oldSize ?? '', zone });

/** The size that it gets, and why that is another one. */
export function sizeWords({ size, oldSize: old, zone }: RecoveryOutlook['target'], text: Text): string | null {
  if (size === null || old === null) return size;
  return zone === null ? text(messages.otherSize, { size, old }) : text(messages.otherSizeInZone, { size, old, zone });
}

/** The steps after the machine runs: without them it is back all the same. */
const AFTERWARD: readonly RestoreStep[] = ['protection', 'after-care'];

/** Whether it comes back as far as the plan and the person go, in a word: that of its point only where nothing else keeps it away. */
export function verdictOf({ verdict, conflicts, steps }: RecoveryOutlook): ReturnType<typeof verdictWord> | null {
  if (verdict === null) return null;
  const isClosed = (state: StepOutlook['state']) => steps.some((one) => one.state === state && !AFTERWARD.includes(one.step));
  if (verdict.state === 'blocked') return verdictWord(verdict.state);
  if (conflicts.length > 0 || isClosed('disallowed')) return { status: 'error', word: messages.notLikeThis };
  return isClosed('barred') ? { status: 'warning', word: messages.notByYou } : verdictWord(verdict.state);
}

/** Everything that stands in the way, a sentence each; empty where nothing is in sight. `why`: what is missing for a step, and where. */
export function wayWords(outlook: RecoveryOutlook, text: Text, format: Formats, why: (step: StepOutlook) => string): string[] {
  const { conflicts, target, point, verdict, steps, unseen } = outlook;
  const named = (steps: readonly RestoreStep[]) => format.list(steps.map((step) => text(stepTitles[step])));
  const said = (message: typeof messages.rule, steps: readonly RestoreStep[]) =>
    steps.length === 0 ? [] : [text(message, { steps: named(steps) })];
  const byReason = (closed: readonly StepOutlook[]) =>
    [...new Set(closed.map(why))].map((reason) =>
      text(messages.closed, { steps: named(closed.filter((one) => why(one) === reason).map(({ step }) => step)), reason }),
    );
  const reasons = point === null && verdict !== null ? verdict.reasons.map((reason) => text(reasonWords(reason).reason)) : [];
  return [
    ...reasons,
    ...(point === null && verdict === null ? [text(messages.noPointWay)] : []),
    ...(conflicts.includes('subscription-disabled') ? [text(messages.subscriptionDisabled)] : []),
    ...(conflicts.includes('machine-there') ? [text(messages.machineThere)] : []),
    ...(conflicts.includes('group-missing') ? [text(messages.groupMissing, { group: target.group })] : []),
    ...(conflicts.includes('group-locked') ? [text(messages.groupLocked, { group: target.group })] : []),
    ...(conflicts.includes('unmanaged-disks') ? [text(messages.unmanaged)] : []),
    ...(conflicts.includes('no-storage-account') ? [text(messages.noAccount)] : []),
    ...(conflicts.includes('no-subnet') ? [text(messages.noSubnet)] : []),
    ...(conflicts.includes('no-size') ? [noSize(target, text)] : []),
    ...(unseen.includes('zone') ? [text(messages.zoneUnknown, { size: target.size ?? '' })] : []),
    ...(unseen.includes('group') ? [text(messages.groupUnseen, { group: target.group })] : []),
    ...(unseen.includes('locks') ? [text(messages.locksUnseen, { group: target.group })] : []),
    ...(unseen.includes('interfaces') ? [text(messages.interfacesUnseen)] : []),
    ...(unseen.includes('data-disks') ? [text(messages.lockedInIsolation)] : []),
    ...policiesIn(steps).map(({ name, scope }) => {
      const denied = steps.filter(({ policies }) => policies.some((one) => one.name === name && one.scope === scope));
      return text(messages.disallowed, { name, scope: scopeName(scope, text), steps: named(denied.map(({ step }) => step)) });
    }),
    ...byReason(steps.filter(({ state }) => state === 'barred' || state === 'hidden')),
    ...said(messages.rule, stepsIn(outlook, 'refused')),
    ...dataDiskWords(unseen).map((words) => text(words)),
  ];
}

/** Whether it gets the first subnet of its region, unless its disks tell the old one. */
export const isAnySubnet = ({ subnet, machine }: RecoveryOutlook) => subnet !== null && !subnet.isOld && machine === 'gone';

/** What it is attached to, and what becomes of an interface that was left, a sentence each. */
export function networkWords({ subnet, leftInterface, machine }: RecoveryOutlook, text: Text): string[] {
  const [, network = '', name = ''] = /\/virtualNetworks\/([^/]+)\/subnets\/([^/]+)$/i.exec(subnet?.id ?? '') ?? [];
  // Where the old machine stands, its network is told by it, once its disks are there.
  const place =
    subnet !== null && machine === 'gone' ? [text(subnet.isOld ? messages.oldSubnet : messages.firstSubnet, { network, name })] : [];
  if (leftInterface === null) return place;
  const { name: left, address } = leftInterface;
  return [...place, address === null ? text(messages.leftInterface, { left }) : text(messages.leftAddress, { left, address })];
}

/** What is known of threats in its points; empty where nothing has to be said. */
export function threatWords({ point, hasSuspicious }: RecoveryOutlook, text: Text): string {
  if (point?.threat === 'suspicious') return text(messages.suspicious);
  if (!hasSuspicious) return '';
  return text(point?.threat === null ? messages.unscanned : messages.passedOver);
}

/** Whether it comes back as it is planned: of itself, with its keys first, not, or `unseen` where nobody can tell. */
export function chanceOf({ point, keysWay, conflicts, steps, verdict, unseen }: RecoveryOutlook): 'clear' | 'keys' | 'barred' | 'unseen' {
  const isBarred = steps.some(({ state }) => state === 'barred' || state === 'disallowed' || state === 'hidden');
  if (point === null || conflicts.length > 0 || isBarred) return 'barred';
  if (unseen.includes('group') || unseen.includes('locks') || unseen.includes('data-disks')) return 'unseen';
  return verdict?.state === 'restorable' && keysWay === null ? 'clear' : 'keys';
}
