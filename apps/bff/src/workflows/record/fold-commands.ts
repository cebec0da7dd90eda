import type { BackupOperation, RecordedCommand, RecordedRequest } from '@tresor/contracts';
import { known } from '../../facts';
import { commandKey, type CommandEntry, type CommandRow } from '../../store/commands';

export interface FoldedCommand {
  /** Whose it is: with its id, what it is found by. */
  owner: string;
  journey: string | null;
  command: RecordedCommand;
  requests: RecordedRequest[];
  /** What Azure goes on with, of which the latest answer told. */
  operation?: BackupOperation | undefined;
}

type Asked = Extract<CommandEntry, { kind: 'asked' }>;

const asAsked = (id: string, { at, command, by: { name, username }, target, about, reason, correlationId }: Asked): RecordedCommand => ({
  commandId: id,
  command,
  by: { name, username },
  at,
  target,
  about,
  reason,
  correlationId,
  result: null,
  code: null,
  jobId: null,
  end: known(null),
});

/** Makes commands of the entries of the store, in the order in which they were asked for. The latest answer counts. */
export function foldCommands(rows: readonly CommandRow[]): FoldedCommand[] {
  const found = new Map<string, FoldedCommand>();
  for (const row of rows) {
    const { owner, command_id: id, journey, entry } = row;
    const before = found.get(commandKey(row));
    if (entry.kind === 'asked') found.set(commandKey(row), { owner, journey, command: asAsked(id, entry), requests: [] });
    else if (before) found.set(commandKey(row), { ...added(before, entry), journey: journey ?? before.journey });
  }
  return [...found.values()];
}

function added(before: FoldedCommand, entry: Exclude<CommandEntry, Asked>): FoldedCommand {
  const { command, requests } = before;
  if (entry.kind === 'sent') {
    const { at, method, resource, status, requestId } = entry;
    return { ...before, requests: [...requests, { at, method, resource, status, requestId }] };
  }
  if (entry.kind === 'ended') return { ...before, command: { ...command, end: known({ end: entry.end, at: entry.at }) } };
  if (entry.kind === 'repeated' || entry.kind === 'seen') return before;
  const { result, code, jobId, about, operation = before.operation } = entry;
  return {
    ...before,
    operation,
    command: { ...command, result, code, jobId: jobId ?? command.jobId, about: { ...command.about, ...about } },
  };
}
