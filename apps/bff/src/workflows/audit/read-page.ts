import { AUDIT_PAGE, type AuditedCommand, type AuditFilter, type AuditPage } from '@tresor/contracts';
import { type AskedRow, type Commands, commandKey, type CommandRow } from '../../store/commands';
import { foldCommands } from '../record/fold-commands';

const small = (text: string) => text.toLocaleLowerCase('en');
const has = (texts: readonly (string | null)[], wanted: string | undefined) =>
  wanted === undefined || texts.some((text) => text !== null && small(text).includes(small(wanted)));

/** Whether a command is one of those that are asked for, as far as that does not hang on what became of it. */
function isMeant({ entry, scope, journey }: AskedRow, { person, command, thing, from, before }: AuditFilter): boolean {
  if (entry === null) return false;
  const { by, at, target, about } = entry;
  const moment = Date.parse(at);
  return (
    (command === undefined || entry.command === command) &&
    (from === undefined || moment >= Date.parse(from)) &&
    (before === undefined || moment < Date.parse(before)) &&
    (has([by.name, by.username], person) || small(by.oid) === small(person ?? '')) &&
    has([target, scope, journey, ...Object.values(about)], thing)
  );
}

const hasResult = ({ result }: AuditedCommand, { result: wanted }: AuditFilter): boolean =>
  wanted === undefined || (result ?? 'unanswered') === wanted;

/** How often the same was refused again; null where that was not written down, because the minute is not over or the server ended before. */
function refusedAgain(rows: readonly CommandRow[]): number | null {
  const counts = rows.flatMap(({ entry }) => (entry.kind === 'repeated' ? [entry.count] : []));
  return counts.at(-1) === null ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
}

/** A command with what became of it. `answers`: of this and of others, in the order of writing. Undefined where it cannot be read. */
function auditedOf(row: AskedRow, answers: readonly CommandRow[]): AuditedCommand | undefined {
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

const CHUNK = 200;
/** One page looks at no more; the next goes on there. */
const MOST_LOOKED_AT = 5_000;
/** Entries of several servers may stand in another order than by Azure's clock, for as long as clocks may differ. */
const DISORDER_MS = 10 * 60_000;

interface Place {
  after: number | undefined;
  /** The request that reads, by its correlation id, is not told of itself: it has no result yet. */
  except: string;
}

/** Whether everything from here on was given before the time that is asked for. */
function isOver(rows: readonly AskedRow[], from: string | undefined): boolean {
  if (from === undefined) return false;
  const earliest = Date.parse(from) - DISORDER_MS;
  return rows.every(({ entry }) => entry !== null && Date.parse(entry.at) < earliest);
}

const unreadableIn = (rows: readonly AskedRow[]): number => rows.filter(({ entry }) => entry === null).length;

/** The commands of these that are meant, newest first, with what became of them. */
async function chosen(commands: Commands, rows: readonly AskedRow[], filter: AuditFilter) {
  const wanted = rows.filter((row) => isMeant(row, filter));
  const answers = await commands.answersOf(wanted);
  return wanted.flatMap((row) => {
    const command = auditedOf(row, answers);
    return command && hasResult(command, filter) ? [{ position: row.position, command }] : [];
  });
}

/** Looks from the newest command to the oldest, until a page is full, all were looked at, or as many as one request may. */
export async function readPage(commands: Commands, filter: AuditFilter, { after, except }: Place): Promise<AuditPage> {
  const found: AuditedCommand[] = [];
  let position = after ?? Number.MAX_SAFE_INTEGER;
  let searchedTo: string | null = null;
  let unreadable = 0;
  for (let looked = 0; looked < MOST_LOOKED_AT; looked += CHUNK) {
    const rows = await commands.askedBefore(position, CHUNK);
    for (const one of await chosen(commands, rows, filter)) {
      if (one.command.correlationId === except) continue;
      found.push(one.command);
      if (found.length < AUDIT_PAGE) continue;
      unreadable += unreadableIn(rows.filter(({ position: looked }) => looked >= one.position));
      return { commands: found, next: one.position, searchedTo: one.command.at, unreadable };
    }
    unreadable += unreadableIn(rows);
    searchedTo = rows.findLast(({ entry }) => entry !== null)?.entry?.at ?? searchedTo;
    if (rows.length < CHUNK || isOver(rows, filter.from)) return { commands: found, next: null, searchedTo, unreadable };
    position = rows.at(-1)?.position ?? position;
  }
  return { commands: found, next: position, searchedTo, unreadable };
}
