import * as z from 'zod';
import { expectBody, type Answer } from './answer';
import type { AzureSession } from './azure';
import { call, type CallOptions } from './call';
import { clients } from './clients';
import { readUrl } from './read-url';
import { errorBeside } from './refusal';
import { UpstreamFailure } from './upstream-failure';

const MAX_PAGES = 100;

interface Page<T> {
  value: T[];
  nextLink?: string | null | undefined;
}

/** The shape of a list's page. Made once per list: a schema is compiled at its first use. */
export const pageOf = <T>(element: z.ZodType<T>): z.ZodType<Page<T>> =>
  z.object({ value: z.array(element), nextLink: z.string().nullish() });

/** One page of a list. @throws also where it calls itself good and carries an error: nobody knows what is missing from it */
export function expectPage<T>(page: z.ZodType<T>, body: unknown): T {
  const error = errorBeside(body);
  if (error) throw new UpstreamFailure('unreadable', { azureCode: error.code, azureMessage: error.message });
  return expectBody(page, body);
}

interface Listing {
  byPage(): { next(): Promise<unknown> };
}

/** Every element of a list: the first page by the SDK's operation, the rest by the links Azure gives, never to another host. */
export async function readPages<T>(session: AzureSession, page: z.ZodType<Page<T>>, list: (options: CallOptions) => Listing): Promise<T[]> {
  return restOf(session, page, await call(session, 'read', (options) => list(options).byPage().next()));
}

/** The same for lists that none of our SDKs knows, each page through the same closed pipeline. */
export async function readPagesAt<T>(
  session: AzureSession,
  page: z.ZodType<Page<T>>,
  url: string,
  pipeline = clients.arm(session),
): Promise<T[]> {
  return restOf(session, page, await readUrl(session, pipeline, url), pipeline);
}

async function restOf<T>(session: AzureSession, page: z.ZodType<Page<T>>, first: Answer, pipeline = clients.arm(session)): Promise<T[]> {
  let answer = first;
  const elements: T[] = [];
  for (let count = 1; ; count += 1) {
    const { value, nextLink } = expectPage(page, answer.body);
    elements.push(...value);
    if (!nextLink) return elements;
    if (count === MAX_PAGES) throw new UpstreamFailure('unreadable', { azureMessage: 'The list does not end.' });
    answer = await readUrl(session, pipeline, nextLink);
  }
}
