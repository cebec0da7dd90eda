import * as z from 'zod';
import { PROBLEM_CODES } from './problem-codes';

/** RFC 9457 problem details, the body of every answer that is not a success. */
export const problem = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES),
  correlationId: z.string(),
  /** The code Azure gave, where Azure refused. Shown as it is. */
  azureCode: z.string().optional(),
  /** What Azure said, in Azure's words. */
  azureMessage: z.string().optional(),
  /** Where an administrator of the tenant can give the consent that is missing. */
  consentUrl: z.url().optional(),
  /** Whether nobody knows what became of what Azure had been asked to change before it refused. */
  inDoubt: z.literal(true).optional(),
  /** What the command had changed before it failed, which stays: ARM ids, or addresses of objects of a data plane. */
  changed: z.array(z.string()).optional(),
  /** Seconds to wait before trying again. */
  retryAfter: z.int().optional(),
  /** The fields of the request that are wrong, as paths (`policy.name`). */
  fields: z.array(z.string()).optional(),
});

export type Problem = z.infer<typeof problem>;
