import { auditFilter, OWN_RECORD, type CommandName } from '@tresor/contracts';
import * as z from 'zod';
import { vaultIdOf } from '../../azure/connection/arm-id';
import type { NewCommand } from './recorded-command';

const text = z.string().optional();

/** What a new machine is to have otherwise than the old one had. */
const unlikeOld = {
  withoutProximityGroup: z.boolean().optional(),
  withoutTags: z.boolean().optional(),
  addedTags: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
};

const inWords = (tags?: readonly { name: string; value: string }[]) => tags?.map(({ name, value }) => `${name}: ${value}`).join(', ');

const machine = z.object({
  name: z.string(),
  group: z.string(),
  size: text,
  ...unlikeOld,
});

/** What of an input of any command says where it belongs and what was chosen. Nothing else of it is looked at. */
const named = z.object({
  subscriptionId: z.string(),
  resourceGroup: z.string(),
  vaultName: text,
  keyVaultName: text,
  vmGroup: text,
  vmName: text,
  jobId: text,
  intentId: text,
  orderId: text,
  batchId: text,
  grantId: text,
  policyName: text,
  edition: text,
  recoveryPointId: text,
  storageAccountId: text,
  targetGroup: z.string().nullish(),
  data: text,
  retainUntil: z.string().nullish(),
  aspect: text,
  disks: z.array(z.string()).optional(),
  location: text,
  storageReplication: text,
  softDelete: text,
  policy: z.object({ name: text }).optional(),
  vmIds: z.array(z.string()).optional(),
  permissions: z.array(z.string()).optional(),
  machine: machine.optional(),
  how: z.object({ way: text, name: text, group: text, keyVaultId: text }).optional(),
  application: z.object({ clientId: z.string().nullish() }).nullish(),
  answers: z.object({ machine, policyName: z.string().nullish(), edition: text }).optional(),
});

type Named = z.infer<typeof named>;

const CHOSEN = ['recoveryPointId', 'storageAccountId', 'targetGroup', 'policyName', 'data', 'retainUntil', 'aspect'] as const;
const SET = ['location', 'storageReplication', 'softDelete'] as const;

const groupId = ({ subscriptionId }: Named, group: string) => `/subscriptions/${subscriptionId}/resourceGroups/${group}`;
const machineId = (input: Named, group: string, name: string) =>
  `${groupId(input, group)}/providers/Microsoft.Compute/virtualMachines/${name}`;

function scopeOf(input: Named): string {
  if (input.keyVaultName !== undefined)
    return `${groupId(input, input.resourceGroup)}/providers/Microsoft.KeyVault/vaults/${input.keyVaultName}`;
  return `${groupId(input, input.resourceGroup)}/providers/Microsoft.RecoveryServices/vaults/${input.vaultName ?? ''}`;
}

function targetOf(input: Named, scope: string): string {
  const { machine, vmGroup, vmName, jobId, policyName, policy } = input;
  if (machine) return machineId(input, machine.group, machine.name);
  if (vmGroup !== undefined && vmName !== undefined) return machineId(input, vmGroup, vmName);
  if (jobId !== undefined) return `${scope}/backupJobs/${jobId}`;
  const ofPolicy = policyName ?? policy?.name;
  return ofPolicy === undefined || input.batchId !== undefined ? scope : `${scope}/backupPolicies/${ofPolicy}`;
}

function aboutOf(input: Named): Record<string, string> {
  const { how, machine: made = input.answers?.machine, vmIds, permissions, application, disks } = input;
  const all: Record<string, string | null | undefined> = {
    ...Object.fromEntries([...CHOSEN, ...SET].map((name) => [name, input[name]])),
    edition: input.edition ?? input.answers?.edition,
    way: how?.way,
    keyVault: how?.keyVaultId?.split('/').at(-1) ?? how?.name,
    size: made?.size,
    proximityGroup: made?.withoutProximityGroup === true ? 'none' : undefined,
    tags: made?.withoutTags === true ? 'none' : undefined,
    addedTags: inWords(made?.addedTags),
    newMachine: input.answers?.machine.name,
    policyName: input.policyName ?? input.answers?.policyName,
    machines: vmIds && String(vmIds.length),
    disks: disks?.join(', '),
    permissions: permissions?.join(', '),
    clientId: application?.clientId,
  };
  return Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
}

/** The ids that make an order happen once; what is done to a batch or a grant later is another command. */
const ONCE: ReadonlySet<CommandName> = new Set([
  'vaults.create',
  'protection.enable',
  'items.backUpNow',
  'restores.start',
  'restores.restoreMissing',
  'keyVaults.grant',
]);

type Place = Omit<NewCommand, 'name' | 'reason'>;

/** Reading the record belongs to none of its vaults. */
const placeOfReading = (checked: unknown, requestId: string): Place => ({
  commandId: requestId,
  scope: OWN_RECORD,
  journey: null,
  target: OWN_RECORD,
  about: Object.fromEntries(Object.entries(auditFilter.loose().parse(checked)).map(([name, value]) => [name, String(value)])),
});

/** A plan for many machines belongs to no vault: what it does in one is recorded there. */
const onPlan = z.object({
  planId: z.string(),
  name: text,
  machines: z.array(z.unknown()).optional(),
  item: z.object({ vmName: text }).optional(),
  target: z.object(unlikeOld).optional(),
});

/** What a run does in Azure that belongs to none of its machines: read with each request, as that of a restore is. */
const OF_RUN: ReadonlySet<CommandName> = new Set(['recoveryPlans.isolate', 'recoveryPlans.clear']);

function placeOfPlan(command: CommandName, { planId, name, machines, item, target }: z.infer<typeof onPlan>, commandId: string): Place {
  const scope = `/recoveryPlans/${planId}`;
  const all = {
    plan: name,
    machines: machines && String(machines.length),
    machine: item?.vmName,
    proximityGroup: target?.withoutProximityGroup === true ? 'none-of-old' : undefined,
    tags: target?.withoutTags === true ? 'none-of-old' : undefined,
    addedTags: inWords(target?.addedTags),
  };
  const about = Object.fromEntries(Object.entries(all).filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  return { commandId, scope, journey: OF_RUN.has(command) ? planId : null, target: scope, about };
}

/** A resource provider serves a whole subscription. */
const onProvider = z.object({ subscriptionId: z.string(), provider: z.string() });

function placeOfProvider({ subscriptionId, provider }: z.infer<typeof onProvider>, commandId: string): Place {
  const scope = `/subscriptions/${subscriptionId}`;
  return { commandId, scope, journey: null, target: `${scope}/providers/${provider}`, about: {} };
}

/** Where a command belongs, read from its checked input. `requestId`: of the request that asks for it. */
export function placeOf(name: CommandName, checked: unknown, requestId: string): Place {
  if (name === 'audit.list' || name === 'audit.export') return placeOfReading(checked, requestId);
  const plan = onPlan.safeParse(checked);
  if (plan.success) return placeOfPlan(name, plan.data, requestId);
  const provider = onProvider.safeParse(checked);
  if (provider.success) return placeOfProvider(provider.data, requestId);
  const input = named.parse(checked);
  const scope = scopeOf(input);
  const id = ONCE.has(name) ? (input.intentId ?? input.batchId ?? input.grantId) : undefined;
  return {
    commandId: id ?? input.orderId ?? requestId,
    scope,
    journey: input.jobId ?? null,
    target: targetOf(input, scope),
    about: aboutOf(input),
  };
}

/** Where the order of a batch was recorded. */
export const placeOfBatch = (batchId: string, vault: Parameters<typeof vaultIdOf>[0]) => ({
  commandId: batchId,
  scope: vaultIdOf(vault),
  journey: null,
});
