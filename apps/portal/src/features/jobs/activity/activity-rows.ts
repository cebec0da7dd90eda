import type { Activity, RecordedCommand } from '@tresor/contracts';
import { nameOf } from '@tresor/support-matrix';
import type { Message } from '../../../language/messages';
import type { Status } from '../../../words/status';
import { commandWords, outcomeOf } from '../../../words/command-words';
import { actionWord, resourceName, statusBadge, statusWord } from './activity-words';

/** Something that was asked of a vault: as Azure logs it, or as it was recorded here where that log does not reach. */
export interface ActivityRow {
  id: string;
  time: string;
  what: Message | string;
  resource: string;
  /** Alike for all of the same outcome. */
  outcome: string;
  word: Message | string;
  badge: Status;
  who: string | null;
  reason: string | null;
}

function ofAzure({ id, time, action, resourceId, status, displayName, caller }: Activity, reason: string | null): ActivityRow {
  const outcome = { outcome: status, word: statusWord(status), badge: statusBadge(status) };
  return { id, time, what: actionWord(action), resource: resourceName(resourceId), ...outcome, who: displayName ?? caller, reason };
}

function ofCommand(recorded: RecordedCommand): ActivityRow {
  const { commandId, command, at, target, by, reason } = recorded;
  const { word, status } = outcomeOf(recorded);
  const id = `${commandId} ${at}`;
  return {
    id,
    time: at,
    what: commandWords[command],
    resource: nameOf(target),
    outcome: word.en,
    word,
    badge: status,
    who: by.name,
    reason,
  };
}

/**
 * Azure's log of the vault, with the reasons that were given here, and what was asked here of other resources than the vault's or was
 * refused before Azure heard of it; newest first.
 */
export function activityRows(logged: readonly Activity[], commands: readonly RecordedCommand[]): ActivityRow[] {
  const byCorrelation = new Map(commands.map((command) => [command.correlationId, command]));
  const inLog = new Set(logged.map(({ correlationId }) => correlationId));
  const rows = [
    ...logged.map((activity) => ofAzure(activity, byCorrelation.get(activity.correlationId ?? '')?.reason ?? null)),
    ...commands.filter(({ correlationId }) => !inLog.has(correlationId)).map(ofCommand),
  ];
  return rows.toSorted((a, b) => Date.parse(b.time) - Date.parse(a.time));
}
