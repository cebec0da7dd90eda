import { at, list, record, text } from '../../../world/json';
import { evaluate, type TemplateContext } from './evaluate';
import { idOfResource, typePath } from './resource-ids';
import { TemplateError } from './template-error';

/** A resource that a template asks for, everything in it worked out that can be before anything is made. */
export interface WantedResource {
  id: string;
  type: string;
  name: string;
  apiVersion: string;
  /** Still with expressions: some speak of resources that are made before this one. */
  source: Record<string, unknown>;
  loops: Record<string, number>;
  /** The loop it came from. */
  loop?: string;
  /** Ids of the resources of the template that must be there first. */
  dependsOn: string[];
}

/** Beside these, everything in a resource is sent to its provider. */
const ofTheTemplate = new Set(
  'type name apiVersion dependsOn copy condition comments resources scope resourceGroup subscriptionId'.split(' '),
);

const isDeployment = (type: string): boolean => type.toLowerCase() === 'microsoft.resources/deployments';

/** What is sent to make a resource. @throws TemplateError */
export function bodyOf(context: TemplateContext, { source, loops, type }: WantedResource): Record<string, unknown> {
  const sent = Object.fromEntries(Object.entries(source).filter(([name]) => !ofTheTemplate.has(name)));
  const here = { ...context, loops };
  const properties = record(source['properties']);
  const isInner = text(at(properties, 'expressionEvaluationOptions', 'scope'))?.toLowerCase() === 'inner';
  if (!isDeployment(type) || !isInner) return record(evaluate(here, sent));
  // The template of the inner deployment speaks of its own parameters and variables.
  const { template, ...others } = properties;
  return { ...record(evaluate(here, { ...sent, properties: {} })), properties: { ...record(evaluate(here, others)), template } };
}

/** Resources of a template, and repetitions of one. */
const MOST = 800;

/** All resources of a template, loops unrolled, children beside their parents. @throws TemplateError */
export function expand(context: TemplateContext, resources: unknown): WantedResource[] {
  const every = Array.isArray(resources) ? list(resources) : Object.values(record(resources));
  const wanted: WantedResource[] = [];
  for (const resource of every) unroll(context, record(resource), wanted);
  const resolved = wanted.map((one) => ({ ...one, dependsOn: resolve(one, wanted) }));
  refuseCycles(resolved);
  return resolved;
}

function unroll(context: TemplateContext, resource: Record<string, unknown>, wanted: WantedResource[]): void {
  const count = resource['copy'] === undefined ? 1 : Number(evaluate(context, at(resource, 'copy', 'count')));
  if (!Number.isInteger(count) || count < 0 || count > MOST)
    throw new TemplateError(`The count of a copy must be an integer between 0 and ${MOST}.`);
  const loop = text(at(resource, 'copy', 'name'));
  for (let i = 0; i < count; i += 1) {
    const loops = loop === undefined ? context.loops : { ...context.loops, '': i, [loop]: i };
    const here = { ...context, loops };
    if (resource['condition'] === undefined || evaluate(here, resource['condition']) === true)
      addWithChildren(here, resource, loop, wanted);
  }
}

/** What waits for itself would never begin. @throws TemplateError */
function refuseCycles(wanted: readonly WantedResource[]): void {
  const byId = new Map(wanted.map((one) => [one.id, one]));
  const open = new Set<string>();
  const done = new Set<string>();
  const follow = ({ id, dependsOn }: WantedResource): void => {
    if (done.has(id)) return;
    if (open.has(id))
      throw new TemplateError(
        `Circular dependency detected on resource: '${id}'. Please see https://aka.ms/arm-syntax-resources for usage details.`,
      );
    open.add(id);
    for (const before of dependsOn.flatMap((one) => byId.get(one) ?? [])) follow(before);
    done.add(id);
  };
  for (const one of wanted) follow(one);
}

/** Where a resource lies: a deployment in the group that it names, an extension of a resource at its scope, all others here. */
function idOf(context: TemplateContext, resource: Record<string, unknown>, type: string, name: string): string {
  const evaluated = (value: unknown, otherwise: string) => (value === undefined ? otherwise : String(evaluate(context, value)));
  const scope = evaluated(resource['scope'], '');
  if (scope !== '') {
    const base = scope.startsWith('/')
      ? scope
      : `/subscriptions/${context.subscriptionId}/resourceGroups/${context.group}/providers/${scope}`;
    return `${base}/providers/${typePath(type, name.split('/'))}`;
  }
  if (!isDeployment(type)) return idOfResource(context, type, name);
  const place = {
    subscriptionId: evaluated(resource['subscriptionId'], context.subscriptionId),
    group: evaluated(resource['resourceGroup'], context.group),
  };
  return idOfResource(place, type, name);
}

function addWithChildren(
  context: TemplateContext,
  resource: Record<string, unknown>,
  loop: string | undefined,
  wanted: WantedResource[],
): void {
  const type = String(evaluate(context, resource['type']));
  const name = String(evaluate(context, resource['name']));
  const id = idOf(context, resource, type, name);
  if (/\p{Surrogate}/u.test(id)) throw new TemplateError('The name of a resource is not valid.');
  const dependsOn = list(evaluate(context, list(resource['dependsOn']))).map(String);
  const apiVersion = String(evaluate(context, resource['apiVersion']));
  wanted.push({
    id,
    type,
    name,
    apiVersion,
    source: resource,
    loops: context.loops,
    dependsOn,
    ...(loop !== undefined && { loop }),
  });
  if (wanted.length > MOST) throw new TemplateError(`The number of template resources limit exceeded. Limit: '${MOST}'.`);
  for (const child of list(resource['resources'])) {
    const { type: childType, name: childName, dependsOn: before, ...rest } = record(child);
    const prefixed = { type: `${type}/${String(childType)}`, name: `${name}/${String(evaluate(context, childName))}` };
    unroll(context, { ...rest, ...prefixed, dependsOn: [...list(before), id] }, wanted);
  }
}

/** A dependency is named by id, by name, or by the name of a loop; one on nothing of this template is none. */
function resolve(one: WantedResource, all: readonly WantedResource[]): string[] {
  return one.dependsOn.flatMap((wanted) => {
    const lower = wanted.toLowerCase();
    const found = all.filter(
      ({ id, name, type, loop }) =>
        id.toLowerCase() === lower ||
        name.toLowerCase() === lower ||
        `${type}/${name}`.toLowerCase() === lower ||
        loop?.toLowerCase() === lower,
    );
    return found.map(({ id }) => id);
  });
}
