import { EventEmitter } from 'node:events';
import type { PipelineResponse } from '@azure/core-rest-pipeline';
import * as z from 'zod';
import { errorIn, type Refusal } from './refusal';
import { UpstreamFailure } from './upstream-failure';

/** An answer of Azure with its body read as JSON; undefined without one. */
export interface Answer {
  status: number;
  header(name: string): string | undefined;
  body: unknown;
}

/** The answer, or the failure it carries. */
export function readAnswer(response: PipelineResponse): Answer {
  const { status, request } = response;
  const body = parseJson(readText(response));
  // Who puts something is told what is there then, unless that is still to come.
  if (body === undefined && request.method === 'PUT' && (status === 200 || status === 201)) throw new UpstreamFailure('unreadable');
  return { status, header: (name) => response.headers.get(name), body };
}

/** The text of the answer, whatever it is, or the failure it carries. */
export function readText(response: PipelineResponse): string {
  if (response.status >= 400) throw failureOf(response);
  // Azure answers none of what is asked here by pointing elsewhere.
  if (response.status >= 300) throw new UpstreamFailure('unreadable');
  return response.bodyAsText ?? '';
}

/** Which parts of an answer are looked at, and the answer. */
export interface Reading {
  schema: z.ZodType;
  body: unknown;
}

/** Told of every reading; nobody listens but who plays recorded answers. */
export const readings = new EventEmitter<{ reading: [Reading] }>();

/** The part of the body we know, or a failure: nothing is invented. */
export function expectBody<T>(schema: z.ZodType<T>, body: unknown): T {
  readings.emit('reading', { schema, body });
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new UpstreamFailure('unreadable', { cause: new Error(z.prettifyError(parsed.error).slice(0, 500)) });
}

/** The part of the body we know; undefined where it is of another shape, for what one can do without. */
export function partOf<T>(schema: z.ZodType<T>, body: unknown): T | undefined {
  readings.emit('reading', { schema, body });
  return schema.safeParse(body).data;
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // What was thrown quotes the text, and what the text holds is nobody's to log.
    throw new UpstreamFailure('unreadable', { cause: new Error('The answer is not JSON.') });
  }
}

function failureOf(response: PipelineResponse): UpstreamFailure {
  const error = errorIn(response.bodyAsText ?? '');
  return new UpstreamFailure('refused', {
    status: response.status,
    // Storage writes XML and repeats its code in a header.
    azureCode: error?.code ?? response.headers.get('x-ms-error-code'),
    azureMessage: error && messageOf(error),
    innerCode: error?.innerCode,
    retryAfter: retryAfterOf(response),
    claims: claimsOf(response.headers.get('www-authenticate')),
    tenant: tenantOf(response.headers.get('www-authenticate')),
  });
}

/** Azure's words, and the policies that they do not name. */
function messageOf({ message = '', policies }: Refusal): string | undefined {
  const unnamed = policies.filter((name) => !message.includes(name));
  const named = unnamed.length === 0 ? message : `${message} (Azure Policy: ${unnamed.join(', ')})`;
  return named.trim() || undefined;
}

/** Longer than Azure has ever asked anybody to wait. */
const MOST_SECONDS = 86_400;
/** What a refusal is read of. */
const MOST_LETTERS = 2_000;

/** Azure Backup tells how long to wait in words only: `Please try again after '324' seconds.` */
const WAIT = /try again (?:after|in) '?(\d{1,6})'? seconds/i;

/** Resource Graph tells when the user may ask again in a header of its own: `00:00:05`. */
const QUOTA_RESETS = /^(\d{2}):(\d{2}):(\d{2})/;

/** Whole seconds of a `Retry-After`, which is a number or a date by the clock of the one who answered; without one those a 429 tells otherwise. */
export function retryAfterOf(response: PipelineResponse): number | undefined {
  const { headers, status } = response;
  const header = headers.get('retry-after') ?? (status === 429 ? waitOf(response) : undefined);
  if (header === undefined) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.parse(headers.get('date') ?? '')) / 1000;
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), MOST_SECONDS) : undefined;
}

function waitOf({ headers, bodyAsText }: PipelineResponse): string | undefined {
  const quota = QUOTA_RESETS.exec(headers.get('x-ms-user-quota-resets-after') ?? '');
  if (quota) return String(Number(quota[1]) * 3_600 + Number(quota[2]) * 60 + Number(quota[3]));
  return WAIT.exec((bodyAsText ?? '').slice(0, MOST_LETTERS))?.[1];
}

function claimsOf(header: string | undefined): string | undefined {
  const claims = /claims="([^"]+)"/.exec(header ?? '')?.[1];
  return claims && Buffer.from(claims, 'base64').toString('utf8');
}

/** Key vaults and storage accounts name the authority of their tenant, each in a parameter of its own name. */
const AUTHORITY = /authorization(?:_uri)?="?https?:\/\/[^/\s"]+\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})/i;

const tenantOf = (header: string | undefined): string | undefined => AUTHORITY.exec(header ?? '')?.[1];
