import { resourceGroupNotFound } from '../../arm/refusals';
import { ArmError, type ArmAnswer, type ArmCall, type Invoke } from '../../arm/route';
import { groupId } from '../../world/arm-ids';
import { list, record, recordOrNone, text } from '../../world/json';
import type { ArmResource } from '../../world/world';
import { withoutOwn } from './deployments/compare-resources';
import { API_VERSIONS } from './providers';

/** More than these a group must not have. */
const MOST = 200;
const [VERSION] = API_VERSIONS;

/** Beside what providers say by themselves: what follows from other resources, or can never be given. */
const FOLLOWS =
  'id vaultUri primaryEndpoints primaryLocation privateEndpointConnections keyCreationTime defaultSecurityRules networkInterfaces virtualMachine managedBy accessAccount diskSizeBytes backupStorageVersion secureScore bcdrSecurityLevel ipConfiguration hibernationEnabled';
const AT_THE_TOP = new Set(FOLLOWS.split(' '));

/** What stands at the top of a resource beside its type, name and properties. */
const OUTSIDE = ['location', 'tags', 'sku', 'kind', 'zones', 'plan', 'identity'];

interface Exported {
  resource: ArmResource;
  /** Names of the parameters for each part of its name. */
  parameters: string[];
}

/** `virtualMachines_vm1_name`, as Azure calls the parameter for a name. */
const parameterOf = (type: string, name: string) => `${type.split('/').at(-1) ?? ''}_${name.replaceAll(/\W/g, '_')}_name`;

/** Types and names of a resource below its provider, part by part. */
function partsOf({ id, type }: ArmResource): [type: string, name: string][] {
  const names = id.slice(id.toLowerCase().lastIndexOf('/providers/')).split('/').slice(3);
  return type
    .split('/')
    .slice(1)
    .map((one, i) => [one, names[2 * i + 1] ?? '']);
}

const expressionOf = ({ resource, parameters }: Exported): string =>
  `resourceId('${resource.type}', ${parameters.map((name) => `parameters('${name}')`).join(', ')})`;

const nameExpression = ({ parameters: [first = '', ...others] }: Exported): string =>
  others.length === 0
    ? `[parameters('${first}')]`
    : `[concat(parameters('${first}')${others.map((name) => `, '/', parameters('${name}')`).join('')})]`;

/** Writes resources in the language of templates, with ids of the same group as expressions. */
class Writer {
  readonly #all: readonly Exported[];
  readonly #needed = new Set<string>();

  constructor(all: readonly Exported[]) {
    this.#all = all.toSorted((a, b) => b.resource.id.length - a.resource.id.length);
  }

  #text(value: string, own: string): string {
    const lower = value.toLowerCase();
    const found = this.#all.find(
      ({ resource }) => lower === resource.id.toLowerCase() || lower.startsWith(`${resource.id.toLowerCase()}/`),
    );
    if (!found) return value.startsWith('[') ? `[${value}` : value;
    const expression = expressionOf(found);
    if (found.resource.id !== own) this.#needed.add(`[${expression}]`);
    const rest = value.slice(found.resource.id.length);
    return rest === '' ? `[${expression}]` : `[concat(${expression}, '${rest.replaceAll("'", "''")}')]`;
  }

  #value(value: unknown, own: string): unknown {
    if (typeof value === 'string') return this.#text(value, own);
    if (Array.isArray(value)) return value.map((one) => this.#value(one, own));
    const given = recordOrNone(value);
    return given ? Object.fromEntries(Object.entries(given).map(([name, one]) => [name, this.#value(one, own)])) : value;
  }

  write(exported: Exported, view: Readonly<Record<string, unknown>>): Record<string, unknown> {
    this.#needed.clear();
    const { resource } = exported;
    const outside = Object.entries(view).filter(([name]) => OUTSIDE.includes(name));
    const properties = Object.entries(record(withoutOwn(view['properties']))).filter(([name]) => !AT_THE_TOP.has(name));
    const written = record(this.#value({ ...Object.fromEntries(outside), properties: Object.fromEntries(properties) }, resource.id));
    const parent = this.#all.find(({ resource: { id } }) => resource.id.startsWith(`${id}/`));
    const dependsOn = [...new Set([...(parent ? [`[${expressionOf(parent)}]`] : []), ...this.#needed])];
    return {
      type: resource.type,
      apiVersion: VERSION,
      name: nameExpression(exported),
      ...written,
      ...(dependsOn.length > 0 && { dependsOn }),
    };
  }
}

/** The resources of a group that a request names by id, or all of them by `*`. @throws ArmError 400 */
function chosen({ world, body }: ArmCall, group: string): ArmResource[] {
  const wanted = list(record(body)['resources']).flatMap((id) => text(id)?.toLowerCase() ?? []);
  if (wanted.length === 0) throw new ArmError(400, 'InvalidRequestContent', 'The resources to be exported are not named.');
  const all = world.resources.below(group);
  const found = wanted.includes('*') ? all : all.filter(({ id }) => wanted.includes(id.toLowerCase()));
  if (found.length <= MOST) return found;
  throw new ArmError(400, 'ExportTemplateResourceLimitExceeded', `At most ${MOST} resources of a group can be exported.`);
}

/**
 * POST exportTemplate of a group: a template that would make its resources as they are, their names as parameters. What the caller may not
 * read, or no provider shows, is left out and named in `error`. By learn.microsoft.com/rest/api/resources/resource-groups/export-template.
 * @throws ArmError 400 or 404
 */
export const exportGroup =
  (invoke: Invoke) =>
  (call: ArmCall): ArmAnswer => {
    const { world, params, principal } = call;
    const group = world.resources.get(groupId(params['subscriptionId'] ?? '', params['group'] ?? ''));
    if (!group) throw resourceGroupNotFound(params['group'] ?? '');
    const all = chosen(call, group.id).map((resource): Exported => {
      return { resource, parameters: partsOf(resource).map(([type, name]) => parameterOf(type, name)) };
    });
    const writer = new Writer(all);
    const details: { code: string; message: string }[] = [];
    const resources = all.flatMap((exported) => {
      try {
        const { body } = invoke(world, principal, 'GET', `${encodeURI(exported.resource.id)}?api-version=${call.apiVersion}`);
        return [writer.write(exported, record(body))];
      } catch (error) {
        if (!(error instanceof ArmError)) throw error;
        details.push({ code: 'ExportTemplateProviderError', message: `Could not get ${exported.resource.id}: ${error.message}` });
        return [];
      }
    });
    const names = all.flatMap(({ resource, parameters }) => partsOf(resource).map(([, name], i) => [parameters[i] ?? '', name] as const));
    const template = {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      contentVersion: '1.0.0.0',
      parameters: Object.fromEntries(names.map(([name, defaultValue]) => [name, { defaultValue, type: 'String' }])),
      variables: {},
      resources,
    };
    const message =
      'The export template operation completed with errors. Some resources were not exported. Please see details for more information.';
    return {
      status: 200,
      body: { template, ...(details.length > 0 && { error: { code: 'ExportTemplateCompletedWithErrors', message, details } }) },
    };
  };
