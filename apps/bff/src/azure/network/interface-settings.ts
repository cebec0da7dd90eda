import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { pause } from '../../pause';
import { callArm, deleteResource } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { isStatus, UpstreamFailure } from '../connection/upstream-failure';
import { API_VERSIONS } from '../connection/api-versions';
import { primaryFirst } from './primary';
import { putNetwork } from './put-network';

const id = z.object({ id: z.string() });

const ids = z.array(id).nullish();

const configuration = z.looseObject({
  properties: z.looseObject({
    applicationSecurityGroups: ids,
    loadBalancerBackendAddressPools: ids,
    loadBalancerInboundNatRules: ids,
    applicationGatewayBackendAddressPools: ids,
    primary: z.boolean().nullish(),
    privateIPAddress: z.string().nullish(),
    privateIPAllocationMethod: z.string().nullish(),
    subnet: id.nullish(),
    publicIPAddress: id.nullish(),
  }),
});

const nicBody = z.looseObject({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  properties: z.looseObject({
    ipConfigurations: z.array(configuration),
    dnsSettings: z.looseObject({ dnsServers: z.array(z.string()).nullish() }).nullish(),
    enableIPForwarding: z.boolean().nullish(),
    enableAcceleratedNetworking: z.boolean().nullish(),
    networkSecurityGroup: id.nullish(),
    virtualMachine: id.nullish(),
  }),
});

type NicBody = z.infer<typeof nicBody>;

export interface InterfaceSettings {
  id: string;
  name: string;
  location: string;
  address: string | null;
  isStatic: boolean;
  subnetId: string | null;
  securityGroupId: string | null;
  publicIpId: string | null;
  /** Asked in place of those of its network. */
  dnsServers: string[];
  forwards: boolean;
  accelerated: boolean;
  /** Private addresses of its other configurations. */
  otherAddresses: string[];
  /** ARM ids of the pools, rules and application security groups that its configurations are in. */
  memberOf: string[];
  /** The machine that has it. */
  machineId: string | null;
}

const read = async (session: AzureSession, nicId: string): Promise<NicBody> =>
  expectBody(nicBody, (await callArm(session, 'read', 'GET', nicId, API_VERSIONS.network)).body);

export async function readInterface(session: AzureSession, nicId: string): Promise<InterfaceSettings | 'missing' | 'hidden'> {
  try {
    const { id, name, location, properties } = await read(session, nicId);
    const all = primaryFirst(properties.ipConfigurations).map((one) => one.properties);
    const [first, ...others] = all;
    return {
      id,
      name,
      location,
      address: first?.privateIPAddress ?? null,
      isStatic: first?.privateIPAllocationMethod?.toLowerCase() === 'static',
      subnetId: first?.subnet?.id ?? null,
      securityGroupId: properties.networkSecurityGroup?.id ?? null,
      publicIpId: first?.publicIPAddress?.id ?? null,
      dnsServers: properties.dnsSettings?.dnsServers ?? [],
      forwards: properties.enableIPForwarding ?? false,
      accelerated: properties.enableAcceleratedNetworking ?? false,
      otherAddresses: others.flatMap(({ privateIPAddress }) => privateIPAddress ?? []),
      memberOf: all.flatMap(memberships),
      machineId: properties.virtualMachine?.id ?? null,
    };
  } catch (error) {
    if (isStatus(error, 404)) return 'missing';
    if (isStatus(error, 403)) return 'hidden';
    throw error;
  }
}

const memberships = (of: z.infer<typeof configuration>['properties']): string[] =>
  [
    of.applicationSecurityGroups,
    of.loadBalancerBackendAddressPools,
    of.loadBalancerInboundNatRules,
    of.applicationGatewayBackendAddressPools,
  ].flatMap((list) => (list ?? []).map((one) => one.id));

type Change =
  | { address: string }
  | { securityGroupId: string }
  | { publicIpId: string | null }
  | { dnsServers: readonly string[] }
  | { forwards: boolean };

/** Changes an interface; everything that is not named stays as Azure has it. */
export async function changeInterface(session: AzureSession, nicId: string, change: Change): Promise<void> {
  await put(session, changed(await read(session, nicId), change));
}

/** Gives an interface the private address of one that no machine uses, which has to go first: an address has one interface. */
export async function movePrivateAddress(session: AzureSession, from: string, to: string, address: string): Promise<void> {
  const before = await read(session, from);
  await moved({
    takeAway: () => deleteResource(session, from, API_VERSIONS.network),
    give: async (state) => {
      if (state === 'removing') await untilGone(session, from);
      await changeInterface(session, to, { address });
    },
    giveBack: () => put(session, changed(before, { address })),
  });
}

/** Gives an interface the public address of another one, which lets it go first. */
export const movePublicAddress = (session: AzureSession, from: string, to: string, publicIpId: string): Promise<void> =>
  moved({
    takeAway: () => changeInterface(session, from, { publicIpId: null }),
    give: () => changeInterface(session, to, { publicIpId }),
    giveBack: () => changeInterface(session, from, { publicIpId }),
  });

interface Move<Taken> {
  /** Over as soon as Azure has accepted it: whatever fails from then on leaves nobody with the address. */
  takeAway: () => Promise<Taken>;
  give: (taken: Taken) => Promise<void>;
  giveBack: () => Promise<unknown>;
}

/**
 * Should the new interface not get the address, or nobody know whether the old one still has it, the old one has it back: nothing else tells
 * whose it was.
 */
async function moved<Taken>({ takeAway, give, giveBack }: Move<Taken>): Promise<void> {
  let isFree = false;
  try {
    const taken = await takeAway();
    isFree = true;
    await give(taken);
  } catch (error) {
    if (isFree || !(error instanceof UpstreamFailure) || error.inDoubt) await giveBack().catch(() => undefined);
    throw error;
  }
}

/** As often as the pollers of the official SDK look, at first sooner: as a rule an interface goes at once. */
const FIRST_GAP_MS = 250;
const LONGEST_GAP_MS = 2_000;
/** Longer than an interface takes to go; whether its address is free is then seen by what takes it. */
const LONGEST_MS = 60_000;

async function untilGone(session: AzureSession, nicId: string): Promise<void> {
  const until = performance.now() + LONGEST_MS;
  for (let gap = FIRST_GAP_MS; performance.now() < until; gap = Math.min(gap * 2, LONGEST_GAP_MS)) {
    await pause(gap, session.signal);
    // What was read a moment ago is what is waited for to change.
    session.forget();
    if (typeof (await readInterface(session, nicId)) === 'string') return;
  }
}

const put = (session: AzureSession, nic: NicBody) => putNetwork(session, nic.id, nic);

function changed(before: NicBody, change: Change): NicBody {
  const [first, ...others] = primaryFirst(before.properties.ipConfigurations);
  const asked = 'address' in change && { privateIPAllocationMethod: 'Static', privateIPAddress: change.address };
  const reachable = 'publicIpId' in change && { publicIPAddress: change.publicIpId === null ? undefined : { id: change.publicIpId } };
  const filtered = 'securityGroupId' in change && { networkSecurityGroup: { id: change.securityGroupId } };
  const resolving = 'dnsServers' in change && { dnsSettings: { ...before.properties.dnsSettings, dnsServers: [...change.dnsServers] } };
  const forwarding = 'forwards' in change && { enableIPForwarding: change.forwards };
  const ipConfigurations = first ? [{ ...first, properties: { ...first.properties, ...asked, ...reachable } }, ...others] : [];
  return { ...before, properties: { ...before.properties, ...filtered, ...resolving, ...forwarding, ipConfigurations } };
}
