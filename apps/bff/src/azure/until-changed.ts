import * as z from 'zod';
import { expectBody, partOf } from './connection/answer';
import { callArm } from './connection/arm-resource';
import type { AzureSession } from './connection/azure';
import { UpstreamFailure } from './connection/upstream-failure';
import { untilSeen } from './repeated';

const provisioned = z.object({ properties: z.object({ provisioningState: z.string().nullish() }) });

const AT_WORK: ReadonlySet<unknown> = new Set(['Creating', 'Updating']);

/** Whether an answer to a write says that Azure goes on with it; one that does not say is as good as done. */
export const isAtWork = (body: unknown): boolean => AT_WORK.has(partOf(provisioned, body)?.properties.provisioningState);

/** Whether Azure is still at a change that it has accepted: before that is done no machine takes a disk or starts, and nothing names a network. */
export async function isChanging(session: AzureSession, id: string, apiVersion: string): Promise<boolean> {
  const { body } = await callArm(session, 'read', 'GET', id, apiVersion);
  return AT_WORK.has(expectBody(provisioned, body).properties.provisioningState);
}

export async function untilChanged(session: AzureSession, id: string, apiVersion: string): Promise<void> {
  const look = async () => !(await isChanging(session, id, apiVersion)) || undefined;
  await untilSeen(session, look, () => new UpstreamFailure('timeout'));
}
