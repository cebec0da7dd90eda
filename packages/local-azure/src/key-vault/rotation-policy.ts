import { at, list, record, text } from '../world/json';
import type { RotationPolicy } from '../world/key-vault/key-vault-objects';
import { calendarDuration, shifted } from './calendar-duration';
import { badParameter } from './key-kinds';

const DAY = 86_400_000;
const SHORTEST_TRIGGER = 7 * DAY;
const SHORTEST_LIFE = 28 * DAY;

const DEFAULT_NOTICE = { timeBeforeExpiry: 'P30D' };

/** How long a duration is that begins now, in milliseconds. @throws VaultError 400 */
function lengthOf(duration: string, now: number): number {
  const read = calendarDuration(duration);
  if (read) return shifted(now, read) - now;
  throw badParameter(`${duration} is no duration of years, months and days.`);
}

/** What triggers an action of a policy. @throws VaultError 400 */
function triggerOf(action: unknown): NonNullable<RotationPolicy['rotate']> {
  const timeAfterCreate = text(at(action, 'trigger', 'timeAfterCreate'));
  const timeBeforeExpiry = text(at(action, 'trigger', 'timeBeforeExpiry'));
  if (timeAfterCreate !== undefined && timeBeforeExpiry === undefined) return { timeAfterCreate };
  if (timeAfterCreate === undefined && timeBeforeExpiry !== undefined) return { timeBeforeExpiry };
  throw badParameter('A lifetime action has one trigger: timeAfterCreate or timeBeforeExpiry.');
}

function actionsIn(body: Record<string, unknown>) {
  const actions = list(body['lifetimeActions']).map((action) => ({
    type: text(at(action, 'action', 'type'))?.toLowerCase() ?? '',
    trigger: triggerOf(action),
  }));
  const unknown = actions.find(({ type }) => type !== 'rotate' && type !== 'notify');
  if (unknown) throw badParameter(`The type of a lifetime action is Rotate or Notify, not '${unknown.type}'.`);
  if (new Set(actions.map(({ type }) => type)).size < actions.length) throw badParameter('There is one lifetime action of each type.');
  return new Map(actions.map(({ type, trigger }) => [type, trigger]));
}

/** A trigger comes a week after a version was made at the earliest, and a week before its end at the latest. @throws VaultError 400 */
function requireWithinLife(trigger: NonNullable<RotationPolicy['rotate']>, life: number | undefined, now: number): void {
  const length = lengthOf(Object.values(trigger)[0] ?? '', now);
  if (length < SHORTEST_TRIGGER) throw badParameter('The trigger of a lifetime action must be at least seven days.');
  if (life === undefined && 'timeBeforeExpiry' in trigger) throw badParameter('A trigger before the expiry needs an expiryTime.');
  if (life !== undefined && length > life - SHORTEST_TRIGGER) {
    throw badParameter('The trigger of a lifetime action must lie at least seven days from the expiry or the creation.');
  }
}

/**
 * The policy that a request sets; a notice, once there, stays. Bounds of learn.microsoft.com/azure/key-vault/keys/how-to-configure-key-rotation:
 * triggers of at least seven days, versions that are good for at least 28. @throws VaultError 400
 */
export function policyIn(body: Record<string, unknown>, before: RotationPolicy | undefined, now: number): RotationPolicy {
  const actions = actionsIn(body);
  const expiryTime = text(record(body['attributes'])['expiryTime']);
  const life = expiryTime === undefined ? undefined : lengthOf(expiryTime, now);
  if (life !== undefined && life < SHORTEST_LIFE) throw badParameter('The expiryTime must be at least 28 days.');
  const rotate = actions.get('rotate');
  const notice = actions.get('notify');
  for (const trigger of actions.values()) requireWithinLife(trigger, life, now);
  if (notice && !('timeBeforeExpiry' in notice)) throw badParameter('A notice has the trigger timeBeforeExpiry.');
  const seconds = Math.floor(now / 1000);
  return {
    ...(rotate && { rotate }),
    notify: notice && 'timeBeforeExpiry' in notice ? notice : (before?.notify ?? DEFAULT_NOTICE),
    ...(expiryTime !== undefined && { expiryTime }),
    created: before?.created ?? seconds,
    updated: seconds,
  };
}

/** A policy as the vault shows it; where nobody set one, that which every key has. */
export function policyView(id: string, policy: RotationPolicy | undefined) {
  const { rotate, notify = DEFAULT_NOTICE, expiryTime, created, updated } = policy ?? {};
  const lifetimeActions = [
    ...(rotate ? [{ trigger: rotate, action: { type: 'Rotate' } }] : []),
    { trigger: notify, action: { type: 'Notify' } },
  ];
  return { id, lifetimeActions, attributes: { ...(expiryTime !== undefined && { expiryTime }), ...(policy && { created, updated }) } };
}
