import type { AuditedCommand, AuditFilter } from '@tresor/contracts';
import type { AskedRow } from '../../store/commands';

const small = (text: string) => text.toLocaleLowerCase('en');
const has = (texts: readonly (string | null)[], wanted: string | undefined) =>
  wanted === undefined || texts.some((text) => text !== null && small(text).includes(small(wanted)));

/** Whether a command is one of those that are asked for, as far as that does not hang on what became of it. */
export function isMeant({ entry, scope, journey }: AskedRow, { person, command, thing, from, before }: AuditFilter): boolean {
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

export const hasResult = ({ result }: AuditedCommand, { result: wanted }: AuditFilter): boolean =>
  wanted === undefined || (result ?? 'unanswered') === wanted;
