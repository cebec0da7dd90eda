import { AUDIT_PAGE, type AuditedCommand, type AuditFilter, type AuditPage } from '@tresor/contracts';
import type { AskedRow, Commands } from '../../store/commands';
import { auditedOf } from './audited-command';
import { hasResult, isMeant } from './matching';

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
      if (found.length === AUDIT_PAGE) return { commands: found, next: one.position, searchedTo: one.command.at, unreadable };
    }
    unreadable += rows.filter(({ entry }) => entry === null).length;
    searchedTo = rows.findLast(({ entry }) => entry !== null)?.entry?.at ?? searchedTo;
    if (rows.length < CHUNK || isOver(rows, filter.from)) return { commands: found, next: null, searchedTo, unreadable };
    position = rows.at(-1)?.position ?? position;
  }
  return { commands: found, next: position, searchedTo, unreadable };
}
