import type { ItemDetails } from '@tresor/contracts';
import { isBackedUp } from '@tresor/support-matrix';
import { ELSEWHERE, isElsewhere } from '../../azure/items/machine-of-item';
import type { Message } from '../../language/messages';
import { commandReasons as words } from './messages';

type ItemState = 'protected' | 'stopped' | 'halted' | 'deleted';
export const ITEM_COMMANDS = ['backupNow', 'restore', 'stop', 'resume', 'delete', 'undelete'] as const;
export type ItemCommand = (typeof ITEM_COMMANDS)[number];

const STOPPED: readonly string[] = ['ProtectionStopped', 'BackupsSuspended'];

/** `halted`: by Azure's word backups neither go on nor were stopped. */
export function itemState({ deletedAt, protectionState }: Pick<ItemDetails, 'deletedAt' | 'protectionState'>): ItemState {
  if (deletedAt !== null) return 'deleted';
  if (STOPPED.includes(protectionState)) return 'stopped';
  return isBackedUp({ deletedAt, protectionState }) ? 'protected' : 'halted';
}

const NOT_IN: Readonly<Record<ItemState, Readonly<Partial<Record<ItemCommand, Message>>>>> = {
  protected: { resume: words.notStopped, delete: words.stopFirst, undelete: words.notDeleted },
  stopped: { backupNow: words.resumeFirst, stop: words.alreadyStopped, undelete: words.notDeleted },
  halted: { backupNow: words.halted, delete: words.stopFirst, undelete: words.notDeleted },
  deleted: {
    backupNow: words.undeleteFirst,
    restore: words.undeleteFirst,
    stop: words.alreadyStopped,
    resume: words.undeleteFirst,
    delete: words.alreadyDeleted,
  },
};

const NEEDS_MACHINE: ReadonlySet<ItemCommand> = new Set(['backupNow', 'resume']);

/** What decides which commands an item takes; a list does not tell how many points it has, nor whether its machine stands. */
export type CommandFacts = Pick<ItemDetails, 'id' | 'vmId' | 'deletedAt' | 'protectionState' | 'latestRecoveryPoint'> &
  Partial<Pick<ItemDetails, 'recoveryPointCount' | 'machine' | 'pairedRegion'>>;

const hasNoPoint = ({ recoveryPointCount = null, latestRecoveryPoint }: CommandFacts) =>
  recoveryPointCount === 0 || (recoveryPointCount === null && latestRecoveryPoint === null);

/** Why a command cannot be given to the item as it stands; undefined when it can. */
export function whyNot(command: ItemCommand, item: CommandFacts): Message | undefined {
  const ofState = NOT_IN[itemState(item)][command];
  if (ofState !== undefined) return ofState;
  if (item.pairedRegion != null && command !== 'restore') return words.regionSilent;
  const isGone = item.machine === 'gone';
  const isRestorable = !hasNoPoint(item);
  if (isGone && NEEDS_MACHINE.has(command)) return isRestorable ? words.machineGone : words.goneWithoutPoint;
  if (command !== 'restore') return undefined;
  if (isElsewhere(item)) return ELSEWHERE;
  if (isRestorable) return undefined;
  if (isGone) return words.goneWithoutPoint;
  return itemState(item) === 'protected' ? words.noPoint : words.noPointStopped;
}
