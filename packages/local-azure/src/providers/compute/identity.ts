import { randomUUID } from 'node:crypto';
import { ArmError, type ArmCall } from '../../arm/route';
import { record, recordOrNone, text } from '../../world/json';
import type { ArmResource } from '../../world/world';

/**
 * The identity of a machine after a write: one of its own gets an id when it is first asked for, those of users have to be there. Nothing
 * said changes nothing. @throws ArmError 404
 */
export function identityAfter(call: ArmCall, before: ArmResource | undefined, given: unknown): { identity?: unknown } {
  const asked = recordOrNone(given);
  if (!asked) return before?.['identity'] === undefined ? {} : { identity: before['identity'] };
  const type = text(asked['type']) ?? 'None';
  if (type === 'None') return {};
  const known = record(before?.['identity']);
  const users = Object.keys(record(asked['userAssignedIdentities']));
  for (const id of users) {
    if (!call.world.resources.get(id)) throw new ArmError(404, 'FailedIdentityOperation', `Resource '${id}' was not found.`);
  }
  const own = type.includes('SystemAssigned') && {
    principalId: text(known['principalId']) ?? randomUUID(),
    tenantId: call.principal.tenantId,
  };
  const assigned = users.length > 0 && { userAssignedIdentities: Object.fromEntries(users.map((id) => [id, {}])) };
  return { identity: { type, ...own, ...assigned } };
}
