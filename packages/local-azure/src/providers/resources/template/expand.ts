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

/** All resources of a template, loops unrolled, children beside their parents. @throws TemplateError */
export function expand(context: TemplateContext, resources: unknown): WantedResource[] {
  const every = Array.isArray(resources) ? list(resources) : Object.values(record(resources));
  const wanted = every.flatMap((resource) => unroll(context, record(resource)));
  return wanted.map((one) => ({ ...one, dependsOn: resolve(one, wanted) }));
}

function unroll(context: TemplateContext, resource: Record<string, unknown>): WantedResource[] {
  const count = resource['copy'] === undefined ? 1 : Number(evaluate(context, at(resource, 'copy', 'count')));
  if (!(count >= 0 && count <= 800)) throw new TemplateError('The count of a copy must lie between 0 and 800.');
  const loop = text(at(resource, 'copy', 'name'));
  return Array.from({ length: count }, (_, i) => i).flatMap((i) => {
    const loops = loop === undefined ? context.loops : { ...context.loops, '': i, [loop]: i };
    const here = { ...context, loops };
    if (resource['condition'] !== undefined && evaluate(here, resource['condition']) !== true) return [];
    return withChildren(here, resource, loop);
  });
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

function withChildren(context: TemplateContext, resource: Record<string, unknown>, loop: string | undefined): WantedResource[] {
  const type = String(evaluate(context, resource['type']));
  const name = String(evaluate(context, resource['name']));
  const id = idOf(context, resource, type, name);
  const dependsOn = list(evaluate(context, list(resource['dependsOn']))).map(String);
  const apiVersion = String(evaluate(context, resource['apiVersion']));
  const own: WantedResource = {
    id,
    type,
    name,
    apiVersion,
    source: resource,
    loops: context.loops,
    dependsOn,
    ...(loop !== undefined && { loop }),
  };
  const children = list(resource['resources']).flatMap((child) => {
    const { type: childType, name: childName, dependsOn: before, ...rest } = record(child);
    const prefixed = { type: `${type}/${String(childType)}`, name: `${name}/${String(evaluate(context, childName))}` };
    return unroll(context, { ...rest, ...prefixed, dependsOn: [...list(before), id] });
  });
  return [own, ...children];
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
