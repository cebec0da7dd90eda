import type { ItemPath, RecoveryPlan, RecoveryScriptMachine } from '@tresor/contracts';
import type { Heading, ReadyMachine } from '@tresor/scripts';
import { useMemo } from 'react';
import { planScriptReads } from '../../api/recovery-queries';
import { useInChunks } from '../../api/use-in-chunks';
import { useText, type Text } from '../../language/use-text';
import { reasonWords } from '../../words/verdict-words';
import { gaps, messages } from './plan-script-messages';

const NONE: RecoveryPlan['machines'] = [];

const keyOf = ({ subscriptionId, resourceGroup, vaultName, vmGroup, vmName }: ItemPath) =>
  [subscriptionId, resourceGroup, vaultName, vmGroup, vmName].join('/').toLowerCase();

/** What a plan’s script is made of, once Azure was asked about each of its machines, and what its first lines tell. */
export function usePlanScript(plan: RecoveryPlan | undefined) {
  const text = useText();
  const machines = plan?.machines ?? NONE;
  const items = useMemo(() => machines.map(({ item }) => item), [machines]);
  const { answers, unread, error, isSettled } = useInChunks(items, planScriptReads(plan));
  const waves = new Map(machines.map(({ item, wave }) => [keyOf(item), wave]));
  const ready = answers.flatMap((one): ReadyMachine[] =>
    one.state === 'ready' ? [{ ...one, wave: waves.get(keyOf(one.item)) ?? 1 }] : [],
  );
  return {
    ready,
    lists: listsOf(answers, unread, plan?.unseen ?? 0, text),
    seen: answers.length,
    isSettled: plan !== undefined && isSettled,
    problem: error,
  };
}

function listsOf(answers: readonly RecoveryScriptMachine[], unread: readonly ItemPath[], unseen: number, text: Text) {
  const line = ({ vmName: name, vmGroup }: ItemPath, why: string) => text(messages.line, { name: `${name} (${vmGroup})`, why });
  const leftOut = answers.flatMap((one) => (one.state === 'left-out' ? [line(one.item, gapWords(one, text))] : []));
  const person = answers.flatMap((one) =>
    one.state === 'ready' && one.keys !== null && one.pass === 'dual' ? [line(one.item, text(messages.application))] : [],
  );
  const standing = answers.flatMap((one) => (one.state === 'ready' && one.isThere ? [line(one.item, text(messages.stands))] : []));
  const lists: NonNullable<Heading['lists']> = [
    {
      title: text(messages.leftOut),
      lines: [
        ...leftOut,
        ...unread.map((item) => line(item, text(messages.unread))),
        ...(unseen > 0 ? [text(messages.unseen, { count: unseen })] : []),
      ],
    },
    { title: text(messages.standing), lines: standing },
    { title: text(messages.person), lines: person },
  ];
  return lists.filter(({ lines }) => lines.length > 0);
}

const gapWords = ({ gap, reasons }: Extract<RecoveryScriptMachine, { state: 'left-out' }>, text: Text): string =>
  gap === 'blocked' ? reasons.map((reason) => text(reasonWords(reason).reason)).join(' ') : text(gaps[gap]);
