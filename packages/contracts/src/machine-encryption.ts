import { oc } from '@orpc/contract';
import * as z from 'zod';
import { edition, resourceGroupName, subscriptionId } from './ids';
import { vmName } from './items';
import { keyVaultAccess } from './key-vaults';
import { keyChain } from './recovery-points';
import { agent, virtualMachine } from './virtual-machines';

/** A virtual machine, as it stands in URLs of the API. */
export const machinePath = z.strictObject({ subscriptionId, vmGroup: resourceGroupName, vmName });

export const encryptedDisk = z.strictObject({
  name: z.string(),
  role: z.enum(['os', 'data']),
  sizeGiB: z.number().nullable(),
  /** By Azure Disk Encryption; `encrypting`: it has its keys and is still at work; `unknown`: Azure does not say. */
  state: z.enum(['encrypted', 'encrypting', 'not-encrypted', 'unknown']),
  /** Name of the disk encryption set whose key encrypts the disk; null: none does. */
  diskEncryptionSet: z.string().nullable(),
});

export const machineEncryption = z.strictObject({
  machine: virtualMachine,
  /** Null where nobody can say, because the machine is off. */
  agent: agent.nullable(),
  disks: z.array(encryptedDisk),
  /** What unlocks the disks; null where Azure Disk Encryption does not encrypt them or does not say with what. */
  keyChain: keyChain.nullable(),
  /** What the Backup service may do in the key vaults of the chain, judged by the edition asked for. */
  keyVaults: z.array(keyVaultAccess),
});

/** GET …/encryption: how one machine is encrypted, read afresh, down to the key vaults that hold its keys. */
export const getMachineEncryption = oc
  .route({ method: 'GET', path: '/subscriptions/{subscriptionId}/virtual-machines/{vmGroup}/{vmName}/encryption' })
  .input(z.strictObject({ ...machinePath.shape, edition }))
  .output(machineEncryption);

export type MachinePath = z.infer<typeof machinePath>;
export type EncryptedDisk = z.infer<typeof encryptedDisk>;
export type MachineEncryption = z.infer<typeof machineEncryption>;
