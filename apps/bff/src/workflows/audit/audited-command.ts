import type { AuditedCommand } from '@tresor/contracts';
import { commandKey, type AskedRow, type CommandRow } from '../../store/commands';
import { foldCommands } from '../record/fold-commands';

/** How often the same was refused again; null where that was not written down, because the minute is not over or the server ended before. */
function refusedAgain(rows: readonly CommandRow[]): number | null {
  const counts = rows.flatMap(({ entry }) => (entry.kind === 'repeated' ? [entry.count] : []));
  return counts.at(-1) === null ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** A command with what became of it. `answers`: of this and of others, in the order of writing. Undefined where it cannot be read. */
export function auditedOf(row: AskedRow, answers: readonly CommandRow[]): AuditedCommand | undefined {
  const { entry, scope } = row;
  if (entry === null) return undefined;
  const key = commandKey(row);
  const rows = answers.filter((answer) => commandKey(answer) === key);
  const [folded] = foldCommands([{ ...row, entry }, ...rows]);
  if (!folded) return undefined;
  const { journey, command } = folded;
  const end = command.end.state === 'known' ? command.end.value : null;
  return { ...command, by: entry.by, scope, restore: journey, end, refusedAgain: refusedAgain(rows) };
}
