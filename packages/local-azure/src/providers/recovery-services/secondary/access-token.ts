import { createHash, randomBytes } from 'node:crypto';
import type { ArmAnswer, ArmCall } from '../../../arm/route';
import { keepOperation } from '../../../world/kept-operations';
import { tenant } from '../../../world/directory/directory';
import { at, text } from '../../../world/json';
import type { World } from '../../../world/world';
import { backupServiceObjectId } from '../backup-service';
import { keyOfItem } from '../state/item-store';
import { badRequest, param } from '../wire';
import { replicatedPointOfCall } from './replicated-points';
import { usDate } from '../moments';

/** What a token lets somebody restore in the paired region. */
interface Access {
  vaultId: string;
  itemKey: string;
  pointId: string;
  region: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** What a token recorded in May 2023 says of its own end. Milliseconds. */
const VALID_FOR = 24 * 3_600_000;

const TOKENS = 'cross-region-access';

/** The number that stands for a vault in a token. */
const numberOf = (vaultId: string) => createHash('sha256').update(vaultId.toLowerCase()).digest().readBigUInt64BE().toString();

const tokens = (world: World) => world.documents<Access>(TOKENS);

/** GET {L}/backupAadProperties: as whom the service of a region signs in, for whom a token is asked. */
export function aadProperties(call: ArmCall): ArmAnswer {
  const location = param(call, 'location').toLowerCase();
  return {
    status: 200,
    body: {
      properties: {
        tenantId: tenant(call.world)?.tenantId,
        audience: audienceOf(location),
        servicePrincipalObjectId: backupServiceObjectId(call.world),
      },
    },
  };
}

const audienceOf = (location: string) => `https://RecoveryServices/IaasCoord/aadmgmt/${location}`;

/** POST {I}/recoveryPoints/{rp}/accessToken: what a restore in the paired region shows. The body is what that region said of itself. */
export function give(call: ArmCall): ArmAnswer {
  const { vault, region, item, point } = replicatedPointOfCall(call);
  if (text(at(call.body, 'properties', 'audience')) !== audienceOf(region)) {
    throw badRequest('BMSUserErrorInvalidInput', `The Microsoft Entra properties are not those of the paired region ${region}.`);
  }
  const accessTokenString = randomBytes(48).toString('base64url');
  keepOperation(call.world, TOKENS, accessTokenString, {
    vaultId: vault.id,
    itemKey: keyOfItem(item),
    pointId: point.id,
    region,
    expiresAt: call.world.clock.now() + VALID_FOR,
  } satisfies Access);
  return {
    status: 200,
    body: {
      properties: {
        objectType: 'CrrAccessToken',
        accessTokenString,
        subscriptionId: param(call, 'subscriptionId'),
        resourceGroupName: param(call, 'resourceGroup'),
        resourceName: vault.name,
        resourceId: numberOf(vault.id),
        protectionContainerId: Number(item.dataId),
        recoveryPointId: point.id,
        recoveryPointTime: usDate(point.takenAt),
        containerName: item.part,
        containerType: 'IaasVMContainer',
        backupManagementType: 'AzureIaasVM',
        datasourceType: 'VM',
        datasourceName: item.vmName,
        datasourceId: item.dataId,
        datasourceContainerName: item.part,
        rpTierInformation: { HardenedRP: 'Valid' },
        rpOriginalSAOption: false,
        rpIsManagedVirtualMachine: point.managedDisks,
        rpVMSizeDescription: point.vmSize,
        bMSActiveRegion: vault.location,
      },
    },
  };
}

/** What a token is good for in a region. @throws 400 where it is none, is too old, or is another region's */
export function accessOf(call: ArmCall, token: unknown): Access {
  const access = tokens(call.world).get(text(at(token, 'accessTokenString')) ?? '');
  if (!access || access.region !== param(call, 'location').toLowerCase() || access.expiresAt <= call.world.clock.now()) {
    throw badRequest('BMSUserErrorInvalidAccessToken', 'The access token is not valid in this region. Ask for a new one.');
  }
  return access;
}
