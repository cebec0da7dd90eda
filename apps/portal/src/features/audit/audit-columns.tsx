import { makeStyles, tokens } from '@fluentui/react-components';
import type { AuditedCommand } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import { useMemo, type ReactNode } from 'react';
import { useFormat } from '../../language/use-format';
import { useText } from '../../language/use-text';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { NameInParts } from '../../ui/table/name-in-parts';
import type { TableColumn } from '../../ui/table/table-types';
import { chosenWords } from '../../words/chosen-words';
import { commandWords, outcomeOf } from '../../words/command-words';
import { happenedBy } from '../../words/problem-texts';
import { messages } from './messages';

const useStyles = makeStyles({ more: { display: 'block', color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 } });

/** A line, and smaller ones below it that say more. */
function Lines({ children, below }: { children: ReactNode; below: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      {children}
      {below.map((line) => (
        <span key={line} className={styles.more}>
          {/\s/.test(line) ? line : <NameInParts name={line} />}
        </span>
      ))}
    </>
  );
}

/** As the contract calls what the reading of the record is about. */
const OWN_RECORD = '/audit';

export function useAuditColumns(): readonly TableColumn<AuditedCommand>[] {
  const text = useText();
  const format = useFormat();
  return useMemo(() => {
    const column = (
      id: string,
      header: string,
      width: number,
      first: (command: AuditedCommand) => string,
      below: (command: AuditedCommand) => string[] = () => [],
    ): TableColumn<AuditedCommand> => ({
      id,
      header,
      width,
      text: (command) => [first(command), ...below(command)].join('\n'),
      cell: (command) => <Lines below={below(command)}>{first(command)}</Lines>,
    });
    const outcome = (command: AuditedCommand) => outcomeOf({ result: command.result, end: { state: 'known', value: command.end } });
    const why = ({ code, refusedAgain: again }: AuditedCommand): string[] => {
      const sentence = happenedBy(code);
      const counted = again === null ? text(messages.againUncounted) : again > 0 ? text(messages.again, { count: again }) : '';
      return [sentence ? text(sentence) : (code ?? ''), counted].filter(Boolean);
    };
    const thing = ({ target }: AuditedCommand) => (target === OWN_RECORD ? text(messages.thisLog) : nameOf(target));
    const around = ({ target, scope }: AuditedCommand): string[] => (target.toLowerCase() === scope ? [] : [nameOf(scope)]);
    const choice = ({ about }: AuditedCommand): string[] => chosenWords(about, text, format).map(({ name, value }) => `${name}: ${value}`);
    return [
      { ...column('time', text(messages.time), 1, ({ at }) => format.dateTime(at)), order: ({ at }) => Date.parse(at) },
      column(
        'person',
        text(messages.person),
        1.1,
        ({ by }) => by.name,
        ({ by }) => [by.username],
      ),
      column('command', text(messages.command), 2, ({ command }) => text(commandWords[command]), choice),
      column('thing', text(messages.thing), 1, thing, around),
      {
        ...column('result', text(messages.result), 1.1, (command) => text(outcome(command).word), why),
        cell: (command) => (
          <Lines below={why(command)}>
            <StatusBadge status={outcome(command).status}>{text(outcome(command).word)}</StatusBadge>
          </Lines>
        ),
      },
      column('reason', text(messages.reason), 0.7, ({ reason }) => reason ?? ''),
      column('correlation', text(messages.correlationId), 1.2, ({ correlationId }) => correlationId),
    ];
  }, [text, format]);
}
