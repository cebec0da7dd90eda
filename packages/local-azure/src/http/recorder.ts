import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFile, makePrivateFolder } from '../world/state/private-files';
import type { HttpAnswer, HttpRequest } from './exchange';

/** What is written of an exchange: one line of JSON each. */
export interface RecordedExchange {
  method: string;
  hostname: string;
  path: string;
  /** Names and values of the query, in the order they were sent. */
  query: [name: string, value: string][];
  requestHeaders: Record<string, string | string[] | undefined>;
  /** Parsed JSON; absent when there was none. */
  requestBody?: unknown;
  status: number;
  answerHeaders: RecordedExchange['requestHeaders'];
  /** Parsed JSON, or text of another kind; absent when there was none. */
  answerBody?: unknown;
}

const BLANK = 'blanked';
const secretHeaders = new Set(['authorization', 'cookie', 'set-cookie', 'x-ms-encryption-key', 'x-ms-copy-source-authorization']);
const secretMembers = new Set(
  'access_token refresh_token id_token client_secret assertion code password adminPassword protectedSettings value d p q dp dq qi k'.split(
    ' ',
  ),
);

function withoutSignature(text: string): string {
  return text.replace(/([?&#](?:sig|code|id_token)=)[^&#]*/g, `$1${BLANK}`);
}

function blankMember(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return secretMembers.has(name) ? BLANK : withoutSignature(value);
}

type Headers = RecordedExchange['requestHeaders'];

function blankHeaders(headers: Headers): Headers {
  const shown = Object.entries(headers).filter(([name]) => !secretHeaders.has(name.toLowerCase()));
  return Object.fromEntries(shown.map(([name, value]) => [name, typeof value === 'string' ? withoutSignature(value) : value]));
}

function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    const parsed: unknown = JSON.parse(text, blankMember);
    return parsed;
  } catch {
    return text.startsWith('<') ? withoutSignature(text) : BLANK;
  }
}

/** Bytes of blobs may be large, and forms carry passwords. */
function hasReadableBody({ hostname, headers }: HttpRequest): boolean {
  return !hostname.includes('.blob.') && headers['content-type']?.includes('form') !== true;
}

/**
 * Begins a file of traffic in a folder. Answers what writes an exchange down as a line of JSON: keys, secrets, tokens and
 * signatures are blanked, bodies of bytes left out.
 */
export function openRecorder(folder: string): (request: HttpRequest, answer: HttpAnswer) => void {
  makePrivateFolder(folder);
  const file = join(folder, `${randomUUID()}.ndjson`);
  makePrivateFile(file);
  return (request, answer) => {
    const recorded: RecordedExchange = {
      method: request.method,
      hostname: request.hostname,
      path: request.path,
      query: [...request.query].map(([name, value]) => [name, name === 'sig' ? BLANK : value]),
      requestHeaders: blankHeaders(request.headers),
      requestBody: hasReadableBody(request) ? bodyOf(request.body) : undefined,
      status: answer.status,
      answerHeaders: blankHeaders(answer.headers),
      answerBody: bodyOf(answer.body ?? ''),
    };
    appendFileSync(file, `${JSON.stringify(recorded)}\n`);
  };
}
