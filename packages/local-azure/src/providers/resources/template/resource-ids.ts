import { TemplateError } from './template-error';

/** Where a deployment puts its resources. */
export interface TemplateScope {
  subscriptionId: string;
  /** Empty where it puts them into the subscription itself. */
  group: string;
}

/** `Namespace/type/child` and its names, interwoven. */
export function typePath(type: string, names: readonly string[]): string {
  const [namespace = '', ...types] = type.split('/');
  if (types.length !== names.length) throw new TemplateError(`The resource type '${type}' needs ${types.length} names.`);
  return `${namespace}/${types.map((one, place) => `${one}/${names[place] ?? ''}`).join('/')}`;
}

const isType = (text: string): boolean => /^\w+(?:\.\w+)+\//.test(text);

/** `resourceId([subscription], [group], type, name…)`. @throws TemplateError */
export function resourceIdOf(scope: TemplateScope, args: readonly string[]): string {
  const at = args.findIndex(isType);
  const type = args[at];
  if (at < 0 || at > 2 || type === undefined) throw new TemplateError('resourceId() needs the type of a resource.');
  if (at === 0 && scope.group === '') return subscriptionResourceIdOf(scope, args);
  const group = at > 0 ? (args[at - 1] ?? '') : scope.group;
  const subscriptionId = at === 2 ? (args[0] ?? '') : scope.subscriptionId;
  return `/subscriptions/${subscriptionId}/resourceGroups/${group}/providers/${typePath(type, args.slice(at + 1))}`;
}

/** `subscriptionResourceId([subscription], type, name…)`. @throws TemplateError */
export function subscriptionResourceIdOf(scope: TemplateScope, args: readonly string[]): string {
  const at = args.findIndex(isType);
  const type = args[at];
  if (at < 0 || at > 1 || type === undefined) throw new TemplateError('subscriptionResourceId() needs the type of a resource.');
  const subscription = `/subscriptions/${at === 1 ? (args[0] ?? '') : scope.subscriptionId}`;
  if (/^Microsoft\.Resources\/resourceGroups$/i.test(type)) return `${subscription}/resourceGroups/${args[at + 1] ?? ''}`;
  return `${subscription}/providers/${typePath(type, args.slice(at + 1))}`;
}

/** The id of a resource of a template, by its type and its name (`parent/child`). */
export function idOfResource(scope: TemplateScope, type: string, name: string): string {
  return resourceIdOf(scope, [type, ...name.split('/')]);
}
