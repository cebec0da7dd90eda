import { API_VERSIONS } from '../connection/api-versions';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { whileBusy } from '../repeated';
import { isAtWork, untilChanged } from '../until-changed';

/** Makes or changes a part of a network. Azure refuses what names it before it has done with it, so that is waited for, unless it is in vain. */
export async function putNetwork(session: AzureSession, id: string, asked: unknown, isInVain?: () => Promise<boolean>): Promise<void> {
  const { body } = await whileBusy(session, () => callArm(session, 'idempotent-write', 'PUT', id, API_VERSIONS.network, asked), isInVain);
  if (isAtWork(body)) await untilChanged(session, id, API_VERSIONS.network);
}
