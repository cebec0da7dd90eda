import { isAscii } from 'node:buffer';
import { RestError, type HttpClient, type PipelineResponse } from '@azure/core-rest-pipeline';
import { mayHoldKeys } from './key-material';
import { UpstreamFailure } from './upstream-failure';

/** A page of a list is at most a few MiB. */
export const MOST_BYTES = 16 * 1024 * 1024;

const EVERY_STATUS = new Set([Number.POSITIVE_INFINITY]);

/** Lets no answer grow beyond all bounds: it is read piece by piece, and its connection closed when it is too long. */
export function withinBounds(inner: HttpClient): HttpClient {
  return {
    async sendRequest(request) {
      request.streamResponseStatusCodes = EVERY_STATUS;
      const { readableStreamBody, ...response } = await inner.sendRequest(request);
      return { ...response, bodyAsText: await textOf(readableStreamBody, mayHoldKeys(request.url)) };
    },
  };
}

/** `once`: nothing of the answer stays behind in memory that others may be given. */
async function textOf(stream: PipelineResponse['readableStreamBody'], once: boolean): Promise<string> {
  if (!stream) return '';
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of stream) {
      const buffer = typeof piece === 'string' ? Buffer.from(piece) : piece;
      bytes += buffer.length;
      if (bytes > MOST_BYTES) throw new UpstreamFailure('unreadable', { azureMessage: 'The answer is too long.' });
      pieces.push(buffer);
    }
  } catch (error) {
    if (once) wipe(pieces);
    if (!(error instanceof Error) || error instanceof UpstreamFailure || error.name === 'AbortError') throw error;
    throw new RestError(`The answer broke off: ${error.message}`, { code: RestError.PARSE_ERROR });
  }
  const body = Buffer.concat(pieces, bytes);
  // Nearly every answer is ASCII, and read as Latin-1 that takes a fifth of the time off what follows.
  const text = body.toString(isAscii(body) ? 'latin1' : 'utf8');
  if (once) wipe([body, ...pieces]);
  return text;
}

function wipe(buffers: readonly Buffer[]): void {
  for (const buffer of buffers) buffer.fill(0);
}
