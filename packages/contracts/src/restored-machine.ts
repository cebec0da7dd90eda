import { oc } from '@orpc/contract';
import { VM_SIZE } from '@tresor/support-matrix';
import * as z from 'zod';
import { addedTags } from './added-tags';
import { resourceGroupName, subnetId, vmId } from './ids';
import { resourceTags, vmName } from './items';
import { policiesInTheWay } from './policies-in-the-way';
import { ofRestore, restorePath } from './restore-path';
import { missingRights } from './rights';

export const machineDraft = z.strictObject({
  name: vmName,
  group: resourceGroupName,
  size: z.string().regex(VM_SIZE),
  subnetId,
  publicIp: z.boolean(),
  /** Whether it is left out of the old machine’s proximity placement group, beside whose machines Azure may find no room for it. */
  withoutProximityGroup: z.boolean().optional(),
  /** Whether it is made without the old machine’s tags, by which automation may start, back up or watch it. */
  withoutTags: z.boolean().optional(),
  /** Tags that it gets beside those, or in place of one of the same name. */
  addedTags: addedTags.optional(),
});

/** What would make the creation fail later, and what nobody can tell beforehand. */
export const machineCheck = z.enum([
  'disks-missing',
  'disks-untagged',
  'name-taken',
  'size-not-available',
  /** Azure does not offer the size to the subscription, in the region or in the zone of the disks. */
  'size-restricted',
  /** The size starts machines of the first generation alone, or none with Trusted Launch, and the restored system needs it. */
  'size-other-generation',
  'quota',
  'subnet-missing',
  'subnet-other-region',
  'subnet-full',
  'no-deploy-right',
  'key-vault-not-enabled-for-disk-encryption',
  'key-vault-other-region',
  'group-locked',
  'no-right-to-create',
  'no-right-to-attach-disks',
  'no-right-to-join-subnet',
  'keys-not-verified',
  /** Nothing speaks against it: the user may not see whether a lock does. */
  'locks-unseen',
]);

export const machineOptions = z.strictObject({
  /** `size` null: Azure does not tell the old machine’s, or it cannot be had, and there is none like it. */
  suggested: z.strictObject({ name: z.string(), group: z.string(), size: z.string().nullable() }),
  /** The old machine’s size where the new one cannot have it, and why; null where it can, or nobody knows it. */
  oldSize: z
    .strictObject({
      name: z.string(),
      barred: z.enum([
        ...machineCheck.extract(['size-not-available', 'size-restricted', 'size-other-generation']).options,
        'size-too-few-disks',
      ]),
    })
    .nullable(),
  sizes: z.array(z.string()),
  subnets: z.array(z.strictObject({ id: z.string(), network: z.string(), subnet: z.string(), group: z.string() })),
  /** `allowed`: whether the user may make virtual machines there. */
  groups: z.array(z.strictObject({ name: z.string(), allowed: z.boolean() })),
  /** Name of the old machine’s proximity placement group, in which the new one is made unless somebody decides otherwise. */
  proximityGroup: z.string().nullable(),
  /** The old machine’s tags, with which the new one is made unless somebody decides otherwise; none where nobody tells, and in isolation. */
  tags: resourceTags,
});

export const getMachineOptions = oc
  .route({ method: 'GET', path: `${ofRestore}/machine/options` })
  .input(restorePath)
  .output(machineOptions);

/** POST …/machine/check: what stands in the way of this VM; an empty list means nothing at all; `locks-unseen` keeps from nothing. */
export const checkMachine = oc
  .route({ method: 'POST', path: `${ofRestore}/machine/check` })
  .input(z.strictObject({ ...restorePath.shape, machine: machineDraft }))
  .output(z.array(machineCheck));

/** POST …/machine/policies/check: which policies forbid this VM. */
export const readMachinePolicies = oc
  .route({ method: 'POST', path: `${ofRestore}/machine/policies/check` })
  .input(z.strictObject({ ...restorePath.shape, machine: machineDraft }))
  .output(policiesInTheWay);

/** PUT …/restores/{jobId}/machine: creates the VM from the restored disks, once for a restore; asking again answers where it stands. */
export const createMachine = oc
  .route({ method: 'PUT', path: `${ofRestore}/machine`, successStatus: 202 })
  .input(z.strictObject({ ...restorePath.shape, machine: machineDraft }))
  .output(z.strictObject({ machineId: vmId }));

/**
 * DELETE …/restores/{jobId}/machine: deletes the new VM where it could not be made or started; its disks stay, and another can be made of
 * them. Fails with `restore-in-use` where it runs.
 */
export const deleteFailedMachine = oc
  .route({ method: 'DELETE', path: `${ofRestore}/machine` })
  .input(restorePath)
  .output(z.strictObject({ state: z.enum(['removed', 'removing']) }));

/**
 * PUT …/restores/{jobId}/encryption: applies the disk encryption extension again where the case needs it. The extension takes all data
 * disks: where one was plain, or may have been, it fails with `encryption-unconfirmed` unless `encryptPlain`. A VM that was encrypted with
 * an Entra application needs that application and its secret; they go to Azure and are kept nowhere. Without a client id the one is taken
 * that the extension of the old or the new VM names.
 */
export const renewEncryption = oc
  .route({ method: 'PUT', path: `${ofRestore}/encryption`, successStatus: 202 })
  .input(
    z.strictObject({
      ...restorePath.shape,
      application: z.strictObject({ clientId: z.guid().nullable(), clientSecret: z.string().min(1).max(400) }).nullable(),
      encryptPlain: z.boolean(),
    }),
  )
  .output(z.strictObject({ state: z.enum(['started', 'not-needed']) }));

/**
 * PUT …/restores/{jobId}/plain-disks: says of data disks of which Azure does not say it that they were not encrypted when the point was made.
 * It stays with the restore, by the name of who said it, until the encryption is applied after all, with `encryptPlain`. Fails with
 * `disks-told` where Azure says it of one of them.
 */
export const confirmPlainDisks = oc
  .route({ method: 'PUT', path: `${ofRestore}/plain-disks` })
  .input(z.strictObject({ ...restorePath.shape, disks: z.array(z.string().min(1).max(200)).min(1).max(64) }))
  .output(z.strictObject({ state: z.literal('confirmed') }));

/** What the new machine has otherwise than the old one had. */
export const settingAspect = z.enum([
  'private-ip',
  'public-ip',
  'network-security-group',
  'dns-servers',
  'ip-forwarding',
  'network-settings',
  'tags',
  'identity',
  'availability-set',
  'security',
  'disk-caching',
  'license',
  'host-encryption',
  'ultra-disks',
  'proximity-placement-group',
  'dedicated-host',
  'extensions',
]);

/**
 * Why something is not taken over by a click: nobody knows any more what it was; only the old network interface told it, which is gone; the user may not look; the firewall of the storage account
 * that would tell does not let our server in; the user may not write; the old
 * network interface has the address and a machine still uses it; the new one is in another subnet; the old address was not a fixed one;
 * it can only be chosen when a machine is made, or changed while it is off, or is placed elsewhere then; only the Azure portal changes it; Azure does not give back what an extension was told in confidence; the old public address is
 * in another region; that, the security group, DNS servers or IP forwarding hang on the old network interface, which goes for the private
 * address, and are to be taken over before; what else that has only the Azure portal changes, before that, too.
 */
const settingReason = z.enum([
  'not-known',
  'interface-gone',
  'not-visible',
  'firewalled',
  'no-right',
  'address-in-use',
  'other-subnet',
  'was-dynamic',
  'only-when-created',
  'only-while-off',
  'placed-while-off',
  'change-in-portal',
  'network-in-portal',
  'settings-not-readable',
  'other-region',
  'public-ip-first',
  'security-group-first',
  'dns-servers-first',
  'ip-forwarding-first',
  'network-settings-first',
]);

export const machineSetting = z.strictObject({
  aspect: settingAspect,
  /** As Azure names it: addresses, names, `tag: value`. Null: not known. */
  old: z.array(z.string()).nullable(),
  /** Whether the recovery point’s configuration tells it, or what still stands of the old machine. */
  source: z.enum(['recovery-point', 'resource']).nullable(),
  new: z.array(z.string()),
  state: z.enum(['same', 'offer', 'manual']),
  reason: settingReason.nullable(),
  /** What the user would need to take it over; null unless the reason is `no-right`. */
  missing: missingRights.nullable(),
  /** The old network interface, which no machine uses any more and which is deleted to free its address. */
  removes: z.string().nullable(),
  /** The public address that the new VM has, and that no VM has afterwards. */
  frees: z.string().nullable(),
  /** Another one as soon as it differs in what was to be taken over, what the new VM has, or what goes for it. */
  revision: z.guid(),
});

/** GET …/restores/{jobId}/settings: the settings of the old machine beside those of the new one. */
export const listMachineSettings = oc
  .route({ method: 'GET', path: `${ofRestore}/settings` })
  .input(restorePath)
  .output(z.array(machineSetting));

/**
 * PUT …/restores/{jobId}/settings/{aspect}: gives the new machine what the old one had. `seen`: the revision by which that was decided. Fails with
 * `setting-not-offered` where it cannot be taken over, or is another one by now; what the new machine has already is left as it is.
 */
export const takeOverSetting = oc
  .route({ method: 'PUT', path: `${ofRestore}/settings/{aspect}` })
  .input(z.strictObject({ ...restorePath.shape, aspect: settingAspect, seen: z.guid() }))
  .output(z.array(machineSetting));

export type MachineDraft = z.infer<typeof machineDraft>;
export type MachineCheck = z.infer<typeof machineCheck>;
export type MachineOptions = z.infer<typeof machineOptions>;
export type SettingAspect = z.infer<typeof settingAspect>;
export type SettingReason = z.infer<typeof settingReason>;
export type MachineSetting = z.infer<typeof machineSetting>;
