import type { AuditFilter, AuditResult, CommandName } from '@tresor/contracts';
import { commandWords, resultWords } from '../../words/command-words';

/** What is typed and chosen, as it stands in the address; days as 2017-01-18, both counted in. */
export interface FilterEntries {
  person: string;
  command: string;
  result: string;
  thing: string;
  from: string;
  until: string;
}

const NAMES = ['person', 'command', 'result', 'thing', 'from', 'until'] as const satisfies readonly (keyof FilterEntries)[];

export const entriesIn = (search: URLSearchParams): FilterEntries => ({
  person: search.get('person') ?? '',
  command: search.get('command') ?? '',
  result: search.get('result') ?? '',
  thing: search.get('thing') ?? '',
  from: search.get('from') ?? '',
  until: search.get('until') ?? '',
});

/** The part of the address that says the same; what is not narrowed has none. */
export function searchOf(entries: FilterEntries): URLSearchParams {
  const said = NAMES.map((name): [string, string] => [name, entries[name].trim()]);
  return new URLSearchParams(said.filter(([, value]) => value !== ''));
}

const isCommand = (word: string): word is CommandName => Object.hasOwn(commandWords, word);
const isResult = (word: string): word is AuditResult => word === 'unanswered' || Object.hasOwn(resultWords, word);

/** Midnight by the clock of this computer, so many days after the beginning of that day; undefined where it is no day. */
function midnight(day: string, later: number): string | undefined {
  const [, year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day) ?? []).map(Number);
  if (year === undefined || month === undefined || date === undefined) return undefined;
  const begin = new Date(year, month - 1, date);
  const isDay = begin.getMonth() === month - 1 && begin.getDate() === date;
  return isDay ? new Date(year, month - 1, date + later).toISOString() : undefined;
}

/**
 * What the server is asked. What the address says and nobody can mean is named instead of being left out: otherwise more would be shown than
 * was looked for.
 */
export function filterOf(entries: FilterEntries): { filter: AuditFilter } | { wrong: readonly string[] } {
  const { command, result, from, until } = entries;
  const [person, thing] = [entries.person.trim(), entries.thing.trim()];
  const [begin, end] = [midnight(from, 0), midnight(until, 1)];
  const wrong = [
    ...(command !== '' && !isCommand(command) ? [command] : []),
    ...(result !== '' && !isResult(result) ? [result] : []),
    ...(from !== '' && begin === undefined ? [from] : []),
    ...(until !== '' && end === undefined ? [until] : []),
  ];
  if (wrong.length > 0) return { wrong };
  const filter = {
    ...(person !== '' && { person }),
    ...(isCommand(command) && { command }),
    ...(isResult(result) && { result }),
    ...(thing !== '' && { thing }),
    ...(begin !== undefined && { from: begin }),
    ...(end !== undefined && { before: end }),
  };
  return { filter };
}
