import { randomUUID } from 'node:crypto';
import { ArmError, type ArmAnswer, type ArmCall, type Invoke } from '../../../arm/route';
import { subscriptionOf } from '../../../world/arm-ids';
import { at, record, text } from '../../../world/json';
import { own } from '../../../world/own';
import type { World } from '../../../world/world';
import { bodyOf } from '../template/expand';
import { TemplateError } from '../template/template-error';
import { changesBetween, withoutOwn, type PropertyChange } from './compare-resources';
import { surplus } from './complete-mode';
import { contextOf } from './context';
import type { Deployment, DeploymentError, DeploymentOperation } from './deployment-store';
import { idOf } from './deployments';
import { requirePolicies } from './require-policies';
import { readDeployment } from './read-deployment';

interface Change {
  resourceId: string;
  changeType: 'Create' | 'Modify' | 'NoChange' | 'Ignore' | 'Delete';
  before?: unknown;
  after?: unknown;
  delta?: PropertyChange[];
}

/** What a deployment would do. */
interface WhatIf {
  status: 'Succeeded' | 'Failed';
  properties?: { changes: Change[] };
  error?: DeploymentError;
}

interface Kept {
  id: string;
  /** Object id of the only one who is shown it. */
  asker: string;
  at: number;
  result: WhatIf;
}

/** Results are kept for an hour of the world's time. */
const KEPT_FOR = 3_600_000;

const results = (world: World) => world.documents<Kept>('what-if-results');

/** A resource as it is shown to whom deploys; undefined where there is none. @throws ArmError 403 */
function stateOf(world: World, invoke: Invoke, { principal }: Deployment, { id, apiVersion }: DeploymentOperation): unknown {
  try {
    return withoutOwn(invoke(world, principal, 'GET', `${encodeURI(id)}?api-version=${apiVersion}`).body);
  } catch (error) {
    if (error instanceof ArmError && error.status === 404) return undefined;
    throw error;
  }
}

/** Everything in its turn: what a resource depends on is there before it. */
function inOrder(operations: readonly DeploymentOperation[]): DeploymentOperation[] {
  const done = new Set<string>();
  const ordered: DeploymentOperation[] = [];
  const add = (operation: DeploymentOperation) => {
    if (done.has(operation.id)) return;
    done.add(operation.id);
    for (const other of operations) if (operation.dependsOn.includes(other.id)) add(other);
    ordered.push(operation);
  };
  for (const operation of operations) add(operation);
  return ordered;
}

/** Makes one resource, in a trial, and tells what became of it. */
function tried(world: World, invoke: Invoke, deployment: Deployment, operation: DeploymentOperation): Change {
  const { id: resourceId, type, name, apiVersion } = operation;
  const before = stateOf(world, invoke, deployment, operation);
  const body = bodyOf(contextOf(world, deployment), operation);
  invoke(world, deployment.principal, 'PUT', `${encodeURI(resourceId)}?api-version=${apiVersion}`, body);
  if (before === undefined) {
    return { resourceId, changeType: 'Create', after: { ...body, apiVersion, id: resourceId, name: name.split('/').at(-1), type } };
  }
  const after = stateOf(world, invoke, deployment, operation);
  const delta = changesBetween(record(before), record(after));
  return { resourceId, changeType: delta.length > 0 ? 'Modify' : 'NoChange', before, after, delta };
}

/** What is in the group and not in the template stays as it is, or goes. */
function others(world: World, deployment: Deployment): Change[] {
  const changeType = deployment.mode === 'Complete' ? 'Delete' : 'Ignore';
  return surplus(world, deployment).map((resource) => ({ resourceId: resource.id, changeType, before: withoutOwn(resource) }));
}

/** The same with the parameters that are secret hidden: nobody is shown them. */
function withoutSecrets(deployment: Deployment): Deployment {
  const isSecret = (name: string) => at(own(deployment.shownParameters, name), 'value') === undefined;
  const parameters = Object.entries(deployment.parameters).map(([name, value]) => [name, isSecret(name) ? '*******' : value]);
  return { ...deployment, parameters: Object.fromEntries(parameters) };
}

/** What a deployment does with each resource; of a deployment inside it, what that one does. */
function changesOf(call: ArmCall, invoke: Invoke, deployment: Deployment): Change[] {
  return inOrder(deployment.operations).flatMap((operation) => {
    if (operation.type.toLowerCase() !== 'microsoft.resources/deployments') return [tried(call.world, invoke, deployment, operation)];
    const body = bodyOf(contextOf(call.world, deployment), operation);
    return changesOf(call, invoke, withoutSecrets(readDeployment({ ...call, path: operation.id, body }, operation.id)));
  });
}

function judged(call: ArmCall, invoke: Invoke, deployment: Deployment): WhatIf {
  const { world } = call;
  try {
    requirePolicies(call, deployment);
    const changes = world.trial(() => changesOf(call, invoke, deployment));
    return { status: 'Succeeded', properties: { changes: [...changes, ...others(world, deployment)] } };
  } catch (error) {
    if (error instanceof ArmError) return { status: 'Failed', error: error.content };
    if (error instanceof TemplateError) return { status: 'Failed', error: { code: 'InvalidTemplate', message: error.message } };
    throw error;
  }
}

const idsOnly = ({ resourceId, changeType }: Change): Change => ({ resourceId, changeType });

/**
 * POST whatIf: 202 with the address of the result. The template is deployed in a trial that is undone: what each provider would answer, and
 * what it would refuse, is what it does. `whatIfSettings.resultFormat` ResourceIdOnly leaves the resources themselves out. By
 * learn.microsoft.com/rest/api/resources/deployments/what-if. @throws ArmError as a deployment does
 */
export const whatIf =
  (invoke: Invoke) =>
  (call: ArmCall): ArmAnswer => {
    const { world, principal } = call;
    const result = judged(call, invoke, withoutSecrets(readDeployment(call, idOf(call))));
    const isShort = text(at(call.body, 'properties', 'whatIfSettings', 'resultFormat')) === 'ResourceIdOnly';
    const shown = isShort && result.properties ? { ...result, properties: { changes: result.properties.changes.map(idsOnly) } } : result;
    const now = world.clock.now();
    for (const old of results(world).list()) if (old.at + KEPT_FOR < now) results(world).delete(old.id);
    const id = randomUUID();
    results(world).put(id, { id, asker: principal.objectId, at: now, result: shown });
    const path = `/subscriptions/${subscriptionOf(call.path)}/operationresults/${id}`;
    return { status: 202, headers: { Location: `${call.origin}${path}?api-version=${call.apiVersion}`, 'Retry-After': '1' } };
  };

/** The result for whom asked; undefined where there is none. */
export function whatIfResult({ world, params, principal }: ArmCall): ArmAnswer | undefined {
  const kept = results(world).get((params['operation'] ?? '').toLowerCase());
  return kept?.asker === principal.objectId ? { status: 200, body: kept.result } : undefined;
}
