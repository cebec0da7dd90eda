import { putResource, resourceOf, type View } from '../../arm/resource-handlers';
import { ArmError, type ArmHandler } from '../../arm/route';
import { at, record, text, texts } from '../../world/json';
import { criticalOperations, GUARD_TYPE, protectedBy } from '../../world/authorization/resource-guards';

const badRequest = (message: string) => new ArmError(400, 'UserErrorInvalidInput', message);

/** A guard with what it protects, which follows from what it leaves out. */
export const guardView: View = (guard) => ({
  ...guard,
  properties: {
    ...guard.properties,
    resourceGuardOperations: protectedBy(guard).map(({ operation, requests }) => ({
      vaultCriticalOperation: operation,
      requestResourceType: `${GUARD_TYPE}/${requests}`,
    })),
  },
});

/** What of a body is kept. @throws 400 where it leaves out what cannot be left out, or what is no critical operation */
function kept(given: Record<string, unknown>): Record<string, unknown> {
  const excluded = given['vaultCriticalOperationExclusionList'] ?? [];
  if (!Array.isArray(excluded)) throw badRequest('vaultCriticalOperationExclusionList must be a list.');
  for (const one of excluded) {
    const name = text(one) ?? '';
    const found = criticalOperations.find(({ operation }) => operation.toLowerCase() === name.toLowerCase());
    if (!found) throw badRequest(`'${name}' is no critical operation.`);
    if (found.isMandatory) throw badRequest(`'${name}' is always protected and cannot be excluded.`);
  }
  const description = text(given['description']);
  return {
    provisioningState: 'Succeeded',
    allowAutoApprovals: true,
    ...(description !== undefined && { description }),
    vaultCriticalOperationExclusionList: excluded,
  };
}

export const putGuard: ArmHandler = putResource(GUARD_TYPE, ({ properties }) => ({ properties: kept(properties) }), guardView, 200);

/** PATCH: tags, description and exclusions; what is not named stays. */
export const patchGuard: ArmHandler = (call) => {
  const guard = resourceOf(call, GUARD_TYPE);
  const tags = at(call.body, 'tags');
  const changed = {
    ...guard,
    ...(tags !== undefined && { tags: texts(tags) }),
    properties: kept({ ...guard.properties, ...record(at(call.body, 'properties')) }),
  };
  call.world.resources.put(changed);
  return { status: 200, body: guardView(changed, call) };
};
