import { randomUUID } from 'node:crypto';
import { requireLinked } from '../../../arm/authorize';
import { resourceGroupNotFound } from '../../../arm/refusals';
import { ArmError, type ArmCall } from '../../../arm/route';
import { groupId, groupOf, nameOf, subscriptionOf } from '../../../world/arm-ids';
import { at, record, text } from '../../../world/json';
import { readSecret, vaultUriOf } from '../../../world/key-vault/key-vault-objects';
import { evaluate } from '../template/evaluate';
import { expand } from '../template/expand';
import { TemplateError } from '../template/template-error';
import { contextOf } from './context';
import type { Deployment, DeploymentMode } from './deployment-store';
import { blobAt } from '../../../world/storage/blobs';
import { findAccount } from '../../../world/storage/storage-accounts';
import type { World } from '../../../world/world';
import { requireOpen } from '../../../storage/admission';
import { checkSas } from '../../../storage/judge-signature';
import { StorageError } from '../../../storage/call';
import { requireAddress } from '../../../storage/understood';

const invalid = (message: string) => new ArmError(400, 'InvalidTemplate', `Deployment template validation failed: '${message}'.`);

/** The group, or the subscription with the region that the caller names. @throws ArmError 400 or 404 */
function placeOf(call: ArmCall, path: string): { id: string; location: string } {
  const subscriptionId = subscriptionOf(path);
  if (groupOf(path) === '') {
    const location = text(at(call.body, 'location'))?.toLowerCase().replaceAll(' ', '');
    if (location !== undefined) return { id: `/subscriptions/${subscriptionId}`, location };
    throw new ArmError(400, 'LocationRequired', 'The location property is required for this definition.');
  }
  const group = call.world.resources.get(groupId(subscriptionId, groupOf(path)));
  if (!group) throw resourceGroupNotFound(groupOf(path));
  return { id: group.id, location: group.location ?? '' };
}

/** @throws ArmError 400 where everything in a subscription would be deleted */
function modeOf(properties: Record<string, unknown>, path: string): DeploymentMode {
  if (text(properties['mode'])?.toLowerCase() !== 'complete') return 'Incremental';
  if (groupOf(path) !== '') return 'Complete';
  throw new ArmError(400, 'InvalidDeployment', 'The deployment mode Complete is not supported at the scope of a subscription.');
}

/** @throws ArmError 501 for what would be passed over otherwise */
function refuseUnserved(properties: Record<string, unknown>): void {
  const { onErrorDeployment, parametersLink, debugSetting, templateLink } = properties;
  const { relativePath, queryString, id } = record(templateLink);
  const detail = text(at(debugSetting, 'detailLevel')) ?? 'none';
  const isServed = [onErrorDeployment, parametersLink, relativePath, queryString, id].every((one) => one == null) && /^none$/i.test(detail);
  if (isServed) return;
  const names = 'onErrorDeployment, parametersLink, debugSetting or templates by id, relative path or query string';
  throw new ArmError(501, 'NotImplemented', `Local Azure deploys without ${names}.`);
}

/** Understands what a PUT or a validation asks for, down to every resource. @throws ArmError 400 InvalidTemplate and others */
export function readDeployment(call: ArmCall, path: string): Deployment {
  const properties = record(at(call.body, 'properties'));
  refuseUnserved(properties);
  const { id, location } = placeOf(call, path);
  const mode = modeOf(properties, path);
  const templateLink = text(at(properties, 'templateLink', 'uri'));
  const template = templateOf(call, properties, templateLink);
  const given = record(properties['parameters']);
  const deployment: Deployment = {
    id: `${id}/providers/Microsoft.Resources/deployments/${nameOf(path)}`,
    name: nameOf(path),
    principal: call.principal,
    correlationId: call.correlationId,
    statusId: String(BigInt(`0x${randomUUID().replaceAll('-', '')}`)).slice(0, 20),
    location,
    mode,
    template,
    parameters: {},
    shownParameters: {},
    ...(templateLink !== undefined && { templateLink }),
    startedAt: call.world.clock.now(),
    state: 'Accepted',
    operations: [],
  };
  try {
    const withParameters = { ...deployment, ...parametersOf(call, deployment, given) };
    const resources = expand(contextOf(call.world, withParameters), template['resources']);
    const operations = resources.map((one) => ({
      ...one,
      operationId: randomUUID().replaceAll('-', '').slice(0, 16).toUpperCase(),
      state: 'Waiting' as const,
    }));
    return { ...withParameters, operations };
  } catch (error) {
    if (error instanceof TemplateError) throw invalid(error.message);
    throw error;
  }
}

/** The bytes of a blob for anyone who holds its URL with a shared access signature; undefined when that does not suffice. */
function readSignedUrl(world: World, url: string): Buffer | undefined {
  const blob = URL.canParse(url) ? blobAt(world, url) : undefined;
  const account = blob && findAccount(world, blob.account);
  if (!blob || !account) return undefined;
  try {
    const query = new URL(url).searchParams;
    requireOpen(account);
    requireAddress(query);
    checkSas({ world, account, container: blob.container, blob: blob.name, query }, 'r');
    return Buffer.concat([...world.contents.read(blob.contentId, 0, blob.length)]);
  } catch (error) {
    if (error instanceof StorageError) return undefined;
    throw error;
  }
}

function templateOf(call: ArmCall, properties: Record<string, unknown>, link: string | undefined): Record<string, unknown> {
  if (link === undefined) {
    const template = record(properties['template']);
    if (template['resources'] !== undefined) return template;
    throw new ArmError(400, 'InvalidRequestContent', 'The request content was invalid: a template or a link to one is required.');
  }
  const bytes = readSignedUrl(call.world, link);
  if (!bytes) throw new ArmError(400, 'InvalidContentLink', `Unable to download deployment content from '${link.split('?')[0] ?? ''}'.`);
  try {
    return record(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')));
  } catch {
    throw invalid('The template is not valid JSON');
  }
}

/** The values of the template's parameters, those without one by their default. */
function parametersOf(call: ArmCall, deployment: Deployment, given: Record<string, unknown>) {
  const declared = record(deployment.template['parameters']);
  const unknown = Object.keys(given).find((name) => !hasName(declared, name));
  if (unknown !== undefined) throw new TemplateError(`The template parameters '${unknown}' in the parameters file are not valid`);
  const parameters: Record<string, unknown> = {};
  const shownParameters: Record<string, unknown> = {};
  for (const [name, declaration] of Object.entries(declared)) {
    const type = text(at(declaration, 'type')) ?? 'string';
    const value = valueOf(call, deployment, parameters, name, declaration, given);
    parameters[name] = value;
    shownParameters[name] = type.toLowerCase().startsWith('secure') ? { type } : { type, value };
  }
  return { parameters, shownParameters };
}

/** The secret that stands for a parameter: its key vault must be open to deployments, and the caller allowed to deploy from it. @throws ArmError */
function secretOf(call: ArmCall, reference: unknown): string | undefined {
  if (reference === undefined) return undefined;
  const id = text(at(reference, 'keyVault', 'id')) ?? '';
  const [name, version] = [text(at(reference, 'secretName')) ?? '', text(at(reference, 'secretVersion'))];
  const keyVault = call.world.resources.get(id);
  if (!keyVault) throw new ArmError(400, 'KeyVaultParameterReferenceNotFound', `The key vault '${id}' was not found.`);
  if (keyVault.properties['enabledForTemplateDeployment'] !== true) {
    throw new ArmError(
      403,
      'KeyVaultParameterReferenceAuthorizationFailed',
      `The key vault '${id}' is not enabled for template deployment.`,
    );
  }
  requireLinked(call, 'Microsoft.KeyVault/vaults/deploy/action', keyVault.id);
  const url = `${vaultUriOf(call.world, keyVault.name)}secrets/${name}${version === undefined ? '' : `/${version}`}`;
  const secret = readSecret(call.world, url);
  if (secret.state === 'present') return secret.version.value;
  throw new ArmError(
    400,
    'KeyVaultParameterReferenceSecretRetrieveFailed',
    `The secret '${name}' of the key vault '${keyVault.name}' cannot be read: ${secret.state}.`,
  );
}

const hasName = (values: Record<string, unknown>, name: string) =>
  Object.keys(values).some((one) => one.toLowerCase() === name.toLowerCase());

function valueOf(
  call: ArmCall,
  deployment: Deployment,
  known: Record<string, unknown>,
  name: string,
  declaration: unknown,
  given: Record<string, unknown>,
): unknown {
  const entry = Object.entries(given).find(([one]) => one.toLowerCase() === name.toLowerCase())?.[1];
  const value =
    at(entry, 'value') ??
    secretOf(call, at(entry, 'reference')) ??
    evaluate(contextOf(call.world, { ...deployment, parameters: known }), at(declaration, 'defaultValue'));
  if (value === undefined) throw new TemplateError(`The value for the template parameter '${name}' is not provided`);
  const allowed = at(declaration, 'allowedValues');
  if (Array.isArray(allowed) && !allowed.includes(value)) {
    throw new TemplateError(`The provided value for the template parameter '${name}' is not valid: it is not part of the allowed values`);
  }
  return value;
}
