import { canonicalId, groupOf, nameOf } from '../world/arm-ids';
import { at, record, recordOrNone, text, texts } from '../world/json';
import { laggingPage, stillUnknown } from '../world/time/lagging';
import type { ArmResource, World } from '../world/world';
import { requireRegion } from './require-region';
import { ArmError, type ArmAnswer, type ArmCall, type ArmHandler } from './route';

/** How a stored resource is shown; most are shown as stored. */
export type View = (resource: ArmResource, call: ArmCall) => unknown;

/** With all properties, as they are kept. */
export const asStored: View = (resource) => resource;

/** Resources a page of a list holds. */
const PAGE_SIZE = 200;

/** The resource with this id. @throws ArmError 404 ResourceNotFound */
export function resourceOf(call: ArmCall, type: string, id: string = call.path): ArmResource {
  const found = call.world.resources.get(id);
  if (found && found.type.toLowerCase() === type.toLowerCase()) return found;
  throw new ArmError(
    404,
    'ResourceNotFound',
    `The Resource '${type}/${nameOf(id)}' under resource group '${groupOf(id)}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    { 'x-ms-failure-cause': 'gateway' },
  );
}

/** GET of a resource by its own path. */
export const getResource =
  (type: string, view: View = asStored): ArmHandler =>
  (call) => ({ status: 200, body: view(resourceOf(call, type), call) });

/** GET of the resources of a type in the subscription, the group or the parent resource that the path names, in pages. */
export const listResources =
  (type: string, view: View = asStored): ArmHandler =>
  (call) =>
    answerPage(call, listed(call.world, type, scopeOfList(call.path), PAGE_SIZE + 1, continuation(call)), view);

const SUBSCRIPTION = /^\/subscriptions\/[^/]+\/?$/i;

/** A page of a list. Those of a whole subscription do not have for a while what is new, those of a group have it at once. */
export const listed = (world: World, type: string, scope: string, size: number, after?: string): ArmResource[] =>
  SUBSCRIPTION.test(scope)
    ? laggingPage(stillUnknown(world, 'subscription-lists'), world, type, scope, size, after)
    : world.resources.page(type, scope, size, after);

/** The path of a list without its last type: `…/resourceGroups/g` or `…/virtualMachines/vm1`. */
function scopeOfList(path: string): string {
  const provider = /\/providers\/[^/]+\/[^/]+\/?$/i.exec(path);
  return provider ? path.slice(0, provider.index) : path.replace(/\/[^/]+\/?$/, '');
}

function continuation(call: ArmCall): string | undefined {
  const token = [...call.query].find(([name]) => name.toLowerCase() === '$skiptoken')?.[1];
  return token ? Buffer.from(token, 'base64url').toString('utf8') : undefined;
}

/** The page that the caller asks for out of all that it may see, in order of their ids. */
export function pageBy(call: ArmCall, found: readonly ArmResource[], size: number, view: View): ArmAnswer {
  const after = continuation(call)?.toLowerCase() ?? '';
  const rest = found.flatMap((resource) => (resource.id.toLowerCase() > after ? [{ key: resource.id.toLowerCase(), resource }] : []));
  const ordered = rest.toSorted((a, b) => (a.key < b.key ? -1 : 1)).map(({ resource }) => resource);
  return answerPage(call, ordered, view, size);
}

function answerPage(call: ArmCall, found: readonly ArmResource[], view: View, size = PAGE_SIZE): ArmAnswer {
  const page = found.slice(0, size);
  const last = page.at(-1);
  const value = page.map((resource) => view(resource, call));
  if (!last || found.length <= size) return { status: 200, body: { value } };
  const query = new URLSearchParams([...call.query].filter(([name]) => name.toLowerCase() !== '$skiptoken'));
  query.set('$skiptoken', Buffer.from(last.id).toString('base64url'));
  return { status: 200, body: { value, nextLink: `${call.origin}${encodeURI(call.path)}?${query.toString()}` } };
}

/** DELETE of a resource and all below it; one that is not there answers 204. */
export const deleteResource: ArmHandler = (call) => {
  const existed = call.world.write(() => {
    for (const child of call.world.resources.below(call.path)) call.world.resources.delete(child.id);
    return call.world.resources.delete(call.path);
  });
  return { status: existed ? 200 : 204 };
};

/** What a PUT asks for: the body's own parts and its `properties`. */
export interface Wanted {
  id: string;
  name: string;
  location: string;
  tags: Record<string, string> | undefined;
  properties: Record<string, unknown>;
  body: Record<string, unknown>;
  before: ArmResource | undefined;
}

/** What is in one region cannot be made in another. @throws ArmError 409 InvalidResourceLocation */
export function requireSamePlace({ id, name, location = '' }: ArmResource, wanted: string): void {
  if (wanted === location.toLowerCase()) return;
  throw new ArmError(
    409,
    'InvalidResourceLocation',
    `The resource '${name}' already exists in location '${location}' in resource group '${groupOf(id)}'. A resource with the same name cannot be created in location '${wanted}'. Please select a new resource name.`,
  );
}

/** Reads a PUT of a tracked resource. @throws ArmError 400 without a location, or with one that is none */
export function wanted(call: ArmCall, type: string): Wanted {
  const body = record(call.body);
  const before = call.world.resources.get(call.path);
  const location = (text(body['location']) ?? before?.location)?.toLowerCase().replaceAll(' ', '');
  if (location === undefined) {
    throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  }
  if (before) requireSamePlace(before, location);
  else requireRegion(type, location);
  const tags = recordOrNone(body['tags']);
  return {
    id: before?.id ?? canonicalId(call.path, type),
    name: before?.name ?? nameOf(call.path),
    location,
    tags: tags && texts(tags),
    properties: record(body['properties']),
    body,
    before,
  };
}

/** PUT of a tracked resource that is ready at once: 201 when new unless `made` says otherwise, else 200. `shape` says what is stored. */
export const putResource =
  (type: string, shape: (wanted: Wanted, call: ArmCall) => Partial<ArmResource>, view: View = asStored, made = 201): ArmHandler =>
  (call) => {
    const asked = wanted(call, type);
    const { id, name, location, tags, properties } = asked;
    const stored: ArmResource = { id, name, type, location, ...(tags && { tags }), properties, ...shape(asked, call) };
    call.world.write(() => {
      call.world.resources.put(stored);
    });
    return { status: asked.before ? 200 : made, body: view(stored, call) };
  };

/** PATCH of a resource that can be turned on and off: `properties.enabled` and tags; what is not named stays. */
export const patchEnabled =
  (type: string): ArmHandler =>
  (call) => {
    const resource = resourceOf(call, type);
    const enabled = at(call.body, 'properties', 'enabled');
    const tags = recordOrNone(record(call.body)['tags']);
    const changed: ArmResource = {
      ...resource,
      ...(tags && { tags: texts(tags) }),
      properties: { ...resource.properties, ...(typeof enabled === 'boolean' && { enabled }) },
    };
    call.world.write(() => {
      call.world.resources.put(changed);
    });
    return { status: 200, body: changed };
  };
