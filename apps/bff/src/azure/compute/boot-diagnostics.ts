import * as z from 'zod';
import { expectBody } from '../connection/answer';
import { callArm } from '../connection/arm-resource';
import type { AzureSession } from '../connection/azure';
import { UpstreamFailure } from '../connection/upstream-failure';

const diagnosticsBody = z.object({ consoleScreenshotBlobUri: z.string().nullish() });

/** Whether Azure has a picture of a machine's screen; null where it does not tell: there is no such machine, or nobody may ask. */
export async function hasScreenshot(session: AzureSession, machineId: string): Promise<boolean | null> {
  try {
    const { body } = await callArm(session, 'read', 'POST', `${machineId}/retrieveBootDiagnosticsData`, '2023-09-01');
    return Boolean(expectBody(diagnosticsBody, body).consoleScreenshotBlobUri);
  } catch (error) {
    if (error instanceof UpstreamFailure && [403, 404, 409].includes(error.details.status ?? 0)) return null;
    throw error;
  }
}
