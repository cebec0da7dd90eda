import { eventIterator, oc } from '@orpc/contract';
import type { AgentFacts, VirtualMachineFacts } from '@tresor/support-matrix';
import * as z from 'zod';
import { estateScope, subscriptionId, vmId } from './ids';
import { MOST_AGENTS } from './limits';

export const virtualMachine = z.strictObject({
  id: z.string(),
  name: z.string(),
  resourceGroup: z.string(),
  subscriptionId: z.string(),
  location: z.string(),
  deploymentModel: z.enum(['resource-manager', 'classic']),
  osType: z.enum(['Windows', 'Linux', 'unknown']),
  powerState: z.string().nullable(),
  encryption: z.strictObject({
    kind: z.enum(['none', 'bek', 'bek-kek']),
    pass: z.enum(['single', 'dual']).nullable(),
    keyVaultIds: z.array(z.string()),
  }),
  diskEncryptionSet: z.boolean(),
  encryptionAtHost: z.boolean(),
  trustedLaunch: z.boolean(),
  confidential: z.strictObject({ size: z.string().nullable(), osDiskEncrypted: z.boolean() }).nullable(),
  ultraOrPremiumV2Disks: z.boolean(),
  managedDisks: z.boolean(),
  dataDiskCount: z.int(),
  largestDiskGiB: z.number().nullable(),
  protectedByVaultId: z.string().nullable(),
  stoppedInVaultId: z.string().nullable(),
  deletedInVaultId: z.string().nullable(),
}) satisfies z.ZodType<VirtualMachineFacts>;

export const agent = z.strictObject({
  state: z.enum(['ready', 'not-ready', 'missing']),
  version: z.string().nullable(),
}) satisfies z.ZodType<AgentFacts>;

/** One page of the list; `total` is Azure's own count and does not change between pages. */
export const virtualMachinePage = z.strictObject({ total: z.int(), rows: z.array(virtualMachine) });

const ofSubscription = '/subscriptions/{subscriptionId}/virtual-machines';

/** GET …/virtual-machines: every VM of the subscription the user may see, page after page as Azure delivers them. */
export const streamVirtualMachines = oc
  .route({ method: 'GET', path: ofSubscription })
  .input(z.strictObject({ subscriptionId }))
  .output(eventIterator(virtualMachinePage));

/** GET /virtual-machines: the same for all subscriptions whose VMs the user may see, page after page. */
export const streamAllVirtualMachines = oc
  .route({ method: 'GET', path: '/virtual-machines' })
  .input(estateScope)
  .output(eventIterator(virtualMachinePage));

/**
 * POST …/virtual-machines/agents: what the VM agents of some machines report. Nothing is changed; POST because ids are long.
 * `fresh`: ask Azure even where the answer of a moment ago is still at hand.
 */
export const readAgents = oc
  .route({ method: 'POST', path: `${ofSubscription}/agents` })
  .input(z.strictObject({ subscriptionId, vmIds: z.array(vmId).min(1).max(MOST_AGENTS), fresh: z.boolean().optional() }))
  .output(z.array(z.strictObject({ vmId: z.string(), agent: agent.nullable() })));

export type VirtualMachine = z.infer<typeof virtualMachine>;
export type VirtualMachinePage = z.infer<typeof virtualMachinePage>;
export type Agent = z.infer<typeof agent>;
