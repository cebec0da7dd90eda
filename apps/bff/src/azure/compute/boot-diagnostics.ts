import type { MachineScreen, PictureType } from '@tresor/contracts';
import * as z from 'zod';
import { readSignedPicture } from '../blobs/blob-call';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { UpstreamFailure } from '../connection/upstream-failure';
import { API_VERSIONS } from '../connection/api-versions';

const diagnosticsBody = z.object({ consoleScreenshotBlobUri: z.string().nullish() });

/** The picture of a machine's screen, or why there is none. */
type Screen = { state: 'there'; type: PictureType; bytes: Buffer } | { state: Exclude<MachineScreen['state'], 'kept' | 'no-room'> };

/** The picture that Azure has of a machine's screen, as it is: of a type by its first bytes, and no longer than `most` bytes. */
export async function readScreen(session: AzureSession, machineId: string, most: number): Promise<Screen> {
  const url = await addressOf(session, machineId);
  if (typeof url !== 'string') return url;
  const bytes = await fetched(session, url);
  if (bytes === undefined) return { state: 'out-of-reach' };
  if (bytes.length > most) return { state: 'too-large' };
  const type = typeOf(bytes);
  return type === undefined ? { state: 'no-picture' } : { state: 'there', type, bytes };
}

async function addressOf(session: AzureSession, machineId: string): Promise<string | { state: 'none' | 'unseen' }> {
  try {
    const { body } = await callArm(session, 'read', 'POST', `${machineId}/retrieveBootDiagnosticsData`, API_VERSIONS.compute);
    return expectBody(diagnosticsBody, body).consoleScreenshotBlobUri || { state: 'none' };
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    // Boot diagnostics is off.
    if (error.details.status === 409) return { state: 'none' };
    if (error.details.status === 403 || error.details.status === 404) return { state: 'unseen' };
    throw error;
  }
}

/** A storage account that does not answer is no reason to leave the machine standing. */
async function fetched(session: AzureSession, url: string): Promise<Buffer | undefined> {
  try {
    return await readSignedPicture(session, url);
  } catch (error) {
    if (error instanceof UpstreamFailure) return undefined;
    throw error;
  }
}

const BEGINS: readonly [PictureType, Buffer][] = [
  ['image/bmp', Buffer.from('BM')],
  ['image/png', Buffer.from('89504e470d0a1a0a', 'hex')],
  ['image/jpeg', Buffer.from('ffd8ff', 'hex')],
];

const typeOf = (bytes: Buffer): PictureType | undefined => BEGINS.find(([, begin]) => bytes.subarray(0, begin.length).equals(begin))?.[0];
