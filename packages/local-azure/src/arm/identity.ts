import { randomUUID } from 'node:crypto';
import { nameOf } from '../world/arm-ids';
import { servicePrincipals } from '../world/directory/directory';
import { record, recordOrNone, text } from '../world/json';
import { ArmError, type ArmCall } from './route';

/** The service principal of a resource's own identity, to which roles can be assigned. Answers its object id. */
function makePrincipal({ world, path }: ArmCall): string {
  const principal = { objectId: randomUUID(), appId: randomUUID(), displayName: nameOf(path) };
  world.write(() => servicePrincipals(world).put(principal.appId, principal));
  return principal.objectId;
}

/**
 * The identity of a resource after a write: one of its own gets an id when it is first asked for, those of users have to be there. Nothing
 * said changes nothing. @throws ArmError 404
 */
export function identityAfter(
  call: ArmCall,
  before: Readonly<Record<string, unknown>> | undefined,
  given: unknown,
): { identity?: unknown } {
  const asked = recordOrNone(given);
  if (!asked) return before?.['identity'] === undefined ? {} : { identity: before['identity'] };
  const type = text(asked['type']) ?? 'None';
  if (type === 'None') return {};
  const known = record(before?.['identity']);
  const users = Object.entries(record(asked['userAssignedIdentities'])).flatMap(([id, value]) => (value === null ? [] : [id]));
  for (const id of users) {
    if (!call.world.resources.get(id)) throw new ArmError(404, 'FailedIdentityOperation', `Resource '${id}' was not found.`);
  }
  const own = type.includes('SystemAssigned') && {
    principalId: text(known['principalId']) ?? makePrincipal(call),
    tenantId: call.principal.tenantId,
  };
  const assigned = users.length > 0 && { userAssignedIdentities: Object.fromEntries(users.map((id) => [id, {}])) };
  return { identity: { type, ...own, ...assigned } };
}
