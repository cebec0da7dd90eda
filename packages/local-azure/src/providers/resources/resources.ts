import type { ArmCall, ArmHandler } from '../../arm/route';
import { earlier, laggingBelow } from '../../world/lagging';
import { RESOURCE_GROUP_TYPE } from '../../world/subscriptions';
import type { ArmResource } from '../../world/world';

type Test = (resource: ArmResource) => boolean;

function value(filter: string, pattern: RegExp): string | undefined {
  return pattern.exec(filter)?.[1]?.toLowerCase();
}

/** The filters of `GET /resources`, joined by `and`: resourceType, name and location `eq`, substringof(…, name). */
function testsIn(filter: string): Test[] {
  const type = value(filter, /resourceType\s+eq\s+'([^']*)'/i);
  const name = value(filter, /\bname\s+eq\s+'([^']*)'/i);
  const location = value(filter, /location\s+eq\s+'([^']*)'/i);
  const part = value(filter, /substringof\(\s*'([^']*)'\s*,\s*name\s*\)/i);
  return [
    (resource) => type === undefined || resource.type.toLowerCase() === type,
    (resource) => name === undefined || resource.name.toLowerCase() === name,
    (resource) => location === undefined || resource.location === location,
    (resource) => part === undefined || resource.name.toLowerCase().includes(part),
  ];
}

/** Only what stands by itself is listed: no groups, no children. */
function isTopLevel(resource: ArmResource): boolean {
  return resource.type !== RESOURCE_GROUP_TYPE && resource.type.split('/').length === 2;
}

function summary({ id, name, type, location, tags, sku, kind }: ArmResource): Record<string, unknown> {
  return { id, name, type, location, tags, sku, kind };
}

export const listResources: ArmHandler = (call: ArmCall) => {
  const tests = [isTopLevel, ...testsIn(call.query.get('$filter') ?? '')];
  const top = Number(call.query.get('$top') ?? Number.POSITIVE_INFINITY);
  const scope = call.path.slice(0, call.path.lastIndexOf('/'));
  const found = laggingBelow(earlier(call.world, 'subscription-lists'), call.world, scope);
  const value = found.filter((resource) => tests.every((test) => test(resource))).slice(0, top);
  return { status: 200, body: { value: value.map(summary) } };
};
