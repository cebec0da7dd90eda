import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';
import {
  assignPolicy,
  findPolicyAssignment,
  policyAssignmentId,
  policyAssignments,
  takePolicyAssignment,
} from '../world/policies/policy-assignments';
import type { PolicyAssignment } from '../world/policies/policy-assignments';
import { backingUpEveryMachine } from '../world/policies/policy-built-ins';
import { customPolicies, findPolicy } from '../world/policies/find-policies';
import { policyDefinitionId, POLICY_DEFINITION_TYPE, type PolicyDefinition } from '../world/policies/policy-definitions';
import { withIdentity } from '../world/policies/policy-identity';
import type { Parameters } from '../world/policies/policy-rules';
import { RESOURCE_GROUP_TYPE, subscriptions } from '../world/subscriptions/subscriptions';
import type { ArmResource, World } from '../world/world';
import { commandRow } from './command-row';

const deny = { effect: 'Deny' };

const NAMES = [
  'allowed-locations',
  'allowed-group-locations',
  'tag-on-groups',
  'tag-on-resources',
  'no-public-key-vaults',
  'purge-protection',
  'no-public-storage',
  'allowed-sizes',
  'no-public-addresses',
  'inherit-tag',
  'back-up-machines',
  'back-up-every-machine',
] as const;

type OfferedPolicy = (typeof NAMES)[number];

export interface PolicyWords {
  title: string;
  explanation: string;
  policy: string;
  scope: string;
  assign: string;
  take: string;
  assigned: string;
  taken: string;
  /** Stands behind Azure’s name of a policy. */
  about: Record<OfferedPolicy, string>;
}

type BackingUp = 'back-up-machines' | 'back-up-every-machine';

/** Policies that come with Azure, with what they are to forbid, or to change, here. */
const GIVEN: Record<Exclude<OfferedPolicy, BackingUp>, { policy: string; parameters: Parameters }> = {
  'allowed-locations': { policy: 'e56962a6-4747-49cd-b67b-bf8b01975c4c', parameters: { listOfAllowedLocations: ['northeurope'] } },
  'allowed-group-locations': { policy: 'e765b5de-1225-4ba3-bd56-1ac6695af988', parameters: { listOfAllowedLocations: ['northeurope'] } },
  'tag-on-groups': { policy: '96670d01-0a4d-4649-9c89-2d3abc0a5025', parameters: { tagName: 'CostCenter' } },
  'tag-on-resources': { policy: '871b6d14-10aa-478d-b590-94f262ecfa99', parameters: { tagName: 'CostCenter' } },
  'no-public-key-vaults': { policy: '405c5871-3e91-4644-8a63-58e19d68ff5b', parameters: deny },
  'purge-protection': { policy: '0b60c0b2-2dc2-4e1c-b5c9-abbed971de53', parameters: deny },
  'no-public-storage': { policy: 'b2982f36-99f2-4db5-8eff-283140c09693', parameters: deny },
  'allowed-sizes': { policy: 'cccc23c7-8427-4f53-ad12-b6a63eb452b3', parameters: { listOfAllowedSKUs: ['Standard_B1s'] } },
  'no-public-addresses': { policy: '83a86a26-fd1f-447c-b59d-e51f44264114', parameters: {} },
  'inherit-tag': { policy: 'ea3f2387-9b95-492a-a190-fcdc54f7b070', parameters: { tagName: 'CostCenter' } },
};

const BACKING_UP = '09ce66bc-1220-4153-8104-e3f51c936913';

const builtIn = (policy: string) => `/providers/${POLICY_DEFINITION_TYPE}/${policy}`;

const isBackingUp = (name: OfferedPolicy): name is BackingUp => name === 'back-up-machines' || name === 'back-up-every-machine';

/** A policy with its values for a scope; undefined where no vault could back up the machines of the subscription. */
function offerOf(world: World, name: OfferedPolicy, scope: string): { definition: PolicyDefinition; parameters: Parameters } | undefined {
  if (!isBackingUp(name)) {
    const definition = findPolicy(world, builtIn(GIVEN[name].policy));
    return definition && { definition, parameters: GIVEN[name].parameters };
  }
  const subscription = scope.split('/').slice(0, 3).join('/');
  const region = regionOfMost(world.resources.list('Microsoft.Compute/virtualMachines', subscription));
  const vault = world.resources.list('Microsoft.RecoveryServices/vaults', subscription).find(({ location }) => location === region);
  const definition = name === 'back-up-machines' ? findPolicy(world, builtIn(BACKING_UP)) : backingUpEveryMachine(subscription);
  if (!vault || !definition) return undefined;
  return { definition, parameters: { vaultLocation: vault.location, backupPolicyId: `${vault.id}/backupPolicies/DefaultPolicy` } };
}

/** Where most machines are. */
function regionOfMost(machines: readonly ArmResource[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { location = '' } of machines) counts.set(location, (counts.get(location) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/** Azure’s name of a policy, or that of the organization. */
function nameOfPolicy(world: World, name: OfferedPolicy): string {
  if (name === 'back-up-every-machine') return backingUpEveryMachine('').displayName;
  return findPolicy(world, builtIn(isBackingUp(name) ? BACKING_UP : GIVEN[name].policy))?.displayName ?? name;
}

const byName = new Intl.Collator('en', { numeric: true });

/** Where a policy can be assigned here: subscriptions, and their resource groups. */
function scopesOf(world: World): { id: string; label: string }[] {
  return subscriptions(world)
    .list()
    .flatMap(({ subscriptionId, displayName }) => {
      const id = `/subscriptions/${subscriptionId}`;
      const groups = world.resources.list(RESOURCE_GROUP_TYPE, id);
      return [{ id, label: displayName }, ...groups.map((group) => ({ id: group.id, label: `${displayName}: ${group.name}` }))];
    })
    .toSorted((one, other) => byName.compare(one.label, other.label));
}

/** What administrators do on the pages of Azure Policy. Answers the id of the assignment; undefined where it is so already, or nothing is called so. */
export function assignOffered(world: World, offered: string, scope: string): string | undefined {
  const name = NAMES.find((one) => one === offered);
  if (!name || !scopesOf(world).some(({ id }) => id === scope) || findPolicyAssignment(world, { scope, name })) return undefined;
  const offer = offerOf(world, name, scope);
  if (!offer) return undefined;
  const { definition, parameters } = offer;
  const assignment: PolicyAssignment = {
    name,
    scope,
    policyDefinitionId: policyDefinitionId(definition),
    displayName: definition.displayName,
    notScopes: [],
    parameters,
    enforcementMode: 'Default',
    nonComplianceMessages: [],
    createdAt: world.clock.now(),
    createdBy: '',
  };
  world.write(() => {
    if (definition.scope !== '') customPolicies(world).put(policyDefinitionId(definition).toLowerCase(), definition);
    assignPolicy(world, withIdentity(world, assignment));
  });
  return policyAssignmentId(assignment);
}

/** Takes any assignment away, no matter who made it. False where there is none. */
export function takeAssigned(world: World, id: string): boolean {
  const assignment = policyAssignments(world).find((one) => policyAssignmentId(one) === id);
  if (!assignment) return false;
  world.write(() => takePolicyAssignment(world, assignment));
  return true;
}

/** What is assigned, each with the way to take it away, and what can be. `done`: what was just done, with which assignment. */
export function policyList(world: World, words: PolicyWords, done: { command: string; at: string }): Markup {
  const scopes = scopesOf(world);
  const assigned = policyAssignments(world);
  return html`<h2 id="policies" class="name">${words.title}</h2>
    <p class="explanation">${words.explanation}</p>
    ${done.command === 'take-policy' ? html`<p role="status" tabindex="-1" autofocus>${words.taken}</p>` : ''}
    ${
      assigned.length === 0
        ? ''
        : html`<form method="post">
            <ul>
              ${assigned.map((one) => assignmentRow(words, one, labelOf(scopes, one.scope), done))}
            </ul>
          </form>`
    }
    <form method="post">
      <label for="policy">${words.policy}</label>
      <select id="policy" name="policy">
        ${NAMES.map((name) => html`<option value="${name}">${nameOfPolicy(world, name)}${words.about[name]}</option>`)}
      </select>
      <label for="scope">${words.scope}</label>
      <select id="scope" name="scope">
        ${scopes.map(({ id, label }) => html`<option value="${id}">${label}</option>`)}
      </select>
      <button class="plain" name="assign-policy" value="">${words.assign}</button>
    </form>`;
}

const labelOf = (scopes: readonly { id: string; label: string }[], scope: string): string =>
  scopes.find(({ id }) => id.toLowerCase() === scope.toLowerCase())?.label ?? scope;

function assignmentRow(words: PolicyWords, assignment: PolicyAssignment, place: string, done: { command: string; at: string }): Markup {
  const id = policyAssignmentId(assignment);
  const name = assignment.displayName ?? assignment.name;
  return commandRow({
    name,
    explanation: place,
    done: done.command === 'assign-policy' && done.at === id ? words.assigned : undefined,
    command: 'take-policy',
    at: id,
    label: words.take,
    fullLabel: `${words.take}: ${name}, ${place}`,
  });
}
