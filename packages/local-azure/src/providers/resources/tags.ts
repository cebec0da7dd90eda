import { evaluateLater } from '../../arm/evaluate-later';
import { requireAllowed, taggedByPolicies } from '../../arm/respect-policies';
import { requirePossible } from '../../arm/respect-tags';
import { resourceOf } from '../../arm/resource-handlers';
import { resourceGroupNotFound } from '../../arm/refusals';
import { ArmError, type ArmAnswer, type ArmCall } from '../../arm/route';
import { at, record, text } from '../../world/json';
import type { ArmResource } from '../../world/world';

type Tags = Record<string, string>;

/** What a path `{scope}/providers/Microsoft.Resources/tags/default` speaks of. Subscriptions have no tags here. */
function tagged(call: ArmCall): ArmResource {
  const scope = call.params['scope'] ?? '';
  const found = call.world.resources.get(scope);
  if (found) return found;
  const group = /^\/subscriptions\/[^/]+\/resourceGroups\/([^/]+)$/i.exec(scope)?.[1];
  if (group !== undefined) throw resourceGroupNotFound(group);
  const type = /\/providers\/([^/]+\/[^/]+)\/[^/]+$/i.exec(scope)?.[1];
  if (type === undefined) throw new ArmError(400, 'InvalidScope', `Tags of the scope '${scope}' are not served.`);
  return resourceOf(call, type, scope);
}

function view({ id, tags = {} }: ArmResource): unknown {
  return {
    id: `${id}/providers/Microsoft.Resources/tags/default`,
    name: 'default',
    type: 'Microsoft.Resources/tags',
    properties: { tags },
  };
}

const tagsIn = (call: ArmCall): Tags =>
  Object.fromEntries(Object.entries(record(at(call.body, 'properties', 'tags'))).map(([name, value]) => [name, String(value)]));

/** The names of tags compare in any case; the new one's spelling stays. */
const without = (tags: Tags, names: readonly string[]): Tags =>
  Object.fromEntries(Object.entries(tags).filter(([name]) => !names.some((other) => other.toLowerCase() === name.toLowerCase())));

function patched(before: Tags, given: Tags, operation: string | undefined): Tags {
  switch (operation?.toLowerCase()) {
    case 'replace':
      return given;
    case 'merge':
      return { ...without(before, Object.keys(given)), ...given };
    case 'delete':
      return without(before, Object.keys(given));
    default:
      throw new ArmError(400, 'InvalidTagsPatchOperation', 'The operation must be Replace, Merge or Delete.');
  }
}

function change(call: ArmCall, tags: Tags): ArmAnswer {
  const changed = taggedByPolicies(call.world, { ...tagged(call), tags }, call.apiVersion);
  requirePossible(changed.tags ?? {});
  requireAllowed(call, changed.id, changed);
  call.world.resources.put(changed);
  evaluateLater(call.world, changed.id, call.apiVersion);
  return { status: 200, body: view(changed) };
}

/** GET of the tags of a resource or a group. */
export const getTags = (call: ArmCall): ArmAnswer => ({ status: 200, body: view(tagged(call)) });

/** PUT: all tags at once. */
export const putTags = (call: ArmCall): ArmAnswer => change(call, tagsIn(call));

/** PATCH: `operation` Replace, Merge or Delete. */
export const patchTags = (call: ArmCall): ArmAnswer =>
  change(call, patched(tagged(call).tags ?? {}, tagsIn(call), text(at(call.body, 'operation'))));
