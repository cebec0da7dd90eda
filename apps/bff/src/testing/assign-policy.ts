import { randomUUID } from 'node:crypto';
import { takeEffect, type LocalAzure } from '@tresor/local-azure';
import * as z from 'zod';
import { PRODUCTION } from './contoso-places';
import { direct } from './direct';

/** Policies that come with Azure, by what they ask for, or do. */
const POLICIES = {
  addOrReplaceTag: '5ffd78d9-436d-4b41-a421-5baa819e3008',
  allowedLocations: 'e56962a6-4747-49cd-b67b-bf8b01975c4c',
  allowedSizes: 'cccc23c7-8427-4f53-ad12-b6a63eb452b3',
  purgeProtection: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53',
  tagOnGroups: '96670d01-0a4d-4649-9c89-2d3abc0a5025',
  tagOnResources: '871b6d14-10aa-478d-b590-94f262ecfa99',
} as const;

interface Assigned {
  scope: string;
  policy: keyof typeof POLICIES;
  parameters?: Record<string, unknown>;
  /** As the only policy of an initiative. */
  inInitiative?: boolean;
}

/** Has Azure Policy deny something from now on, called as the organization calls it. Answers how it is lifted. */
export async function assignPolicy(
  azure: LocalAzure,
  displayName: string,
  { scope, policy, parameters = {}, inInitiative = false }: Assigned,
) {
  const id = `${scope}/providers/Microsoft.Authorization/policyAssignments/${policy}?api-version=2023-04-01`;
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  const policyDefinitionId = `/providers/Microsoft.Authorization/policyDefinitions/${POLICIES[policy]}`;
  const initiative = `${PRODUCTION}/providers/Microsoft.Authorization/policySetDefinitions/${policy}`;
  if (inInitiative) {
    const policyDefinitions = [{ policyDefinitionId, policyDefinitionReferenceId: policy, parameters: values }];
    await direct(azure, 'adele', 'PUT', `${initiative}?api-version=2023-04-01`, { properties: { policyDefinitions } });
  }
  const assigned = inInitiative ? { policyDefinitionId: initiative } : { policyDefinitionId, parameters: values };
  const properties = { displayName, ...assigned };
  const { status, body } = await direct(azure, 'adele', 'PUT', id, {
    properties,
    identity: { type: 'SystemAssigned' },
    location: 'westeurope',
  });
  if (status !== 201) throw new Error(`The policy was not assigned: ${JSON.stringify(body)}`);
  takeEffect(azure);
  return async () => {
    await direct(azure, 'adele', 'DELETE', id);
    takeEffect(azure);
  };
}

const AUTHORIZATION = 'providers/Microsoft.Authorization';
const BUILT_IN = `/${AUTHORIZATION}/policyDefinitions/09ce66bc-1220-4153-8104-e3f51c936913`;
const OF_POLICY = 'api-version=2023-04-01';

const identified = z.object({ identity: z.object({ principalId: z.string() }) });
const rule = z.object({ properties: z.object({ policyRule: z.record(z.string(), z.unknown()) }) });
const details = z.object({ details: z.object({ roleDefinitionIds: z.array(z.string()) }).loose() });

/**
 * Has machines of the production subscription that are made or changed from now on backed up by a vault, as organizations do it: Azure’s own
 * policy passes over those that were made of disks. `evaluationDelay`: how long after that it looks.
 */
export async function backUpByPolicy(azure: LocalAzure, vaultId: string, evaluationDelay = 'PT10M'): Promise<void> {
  const put = async (path: string, body: unknown) => {
    const answer = await direct(azure, 'adele', 'PUT', path, body);
    if (answer.status > 201) throw new Error(`Backup by policy was not set up: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const builtIn = rule.parse((await direct(azure, 'adele', 'GET', `${BUILT_IN}?${OF_POLICY}`)).body);
  const { details: found } = details.parse(Object.entries(builtIn.properties.policyRule).find(([name]) => name !== 'if')?.[1]);
  const [machines, deploying] = [
    { field: 'type', equals: 'Microsoft.Compute/virtualMachines' },
    { effect: 'deployIfNotExists', details: { ...found, evaluationDelay } },
  ];
  // Whatever has a member of this name as a literal is taken for a promise.
  const policyRule: unknown = JSON.parse(`{"if":${JSON.stringify(machines)},"then":${JSON.stringify(deploying)}}`);
  const definition = `${PRODUCTION}/${AUTHORIZATION}/policyDefinitions/back-up-all`;
  const parameters = { backupPolicyId: { type: 'String' } };
  await put(`${definition}?${OF_POLICY}`, { properties: { mode: 'Indexed', parameters, policyRule } });
  const values = { backupPolicyId: { value: `${vaultId}/backupPolicies/DefaultPolicy` } };
  const answer = await put(`${PRODUCTION}/${AUTHORIZATION}/policyAssignments/back-up-all?${OF_POLICY}`, {
    identity: { type: 'SystemAssigned' },
    location: 'westeurope',
    properties: { displayName: 'Back up everything', policyDefinitionId: definition, parameters: values },
  });
  const { principalId } = identified.parse(answer).identity;
  for (const roleDefinitionId of found.roleDefinitionIds) {
    const properties = { principalId, principalType: 'ServicePrincipal', roleDefinitionId: `${PRODUCTION}${roleDefinitionId}` };
    await put(`${PRODUCTION}/${AUTHORIZATION}/roleAssignments/${randomUUID()}?api-version=2022-04-01`, { properties });
  }
  takeEffect(azure);
}
