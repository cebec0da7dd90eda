import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { RestError, type HttpClient, type PipelineRequest, type PipelineResponse } from '@azure/core-rest-pipeline';
import { readPieces, wipe } from '../../read-bounded';
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
      return { ...response, bodyAsText: await textOf(readableStreamBody, mayHoldKeys(request.url), asksForBytes(request)) };
    },
  };
}

/** What asks for pictures; their bytes come as text of as many letters, in Latin-1. */
export const PICTURES = 'image/*';

const asksForBytes = ({ headers }: PipelineRequest): boolean => headers.get('accept') === PICTURES;

const BOUNDS = { most: MOST_BYTES, tooLong: () => new UpstreamFailure('unreadable', { azureMessage: 'The answer is too long.' }) };

/** `once`: nothing of the answer stays behind in memory that others may be given. */
async function textOf(stream: PipelineResponse['readableStreamBody'], once: boolean, isBytes: boolean): Promise<string> {
  if (!stream) return '';
  const pieces = await readPieces(stream, { ...BOUNDS, once }).catch((error: unknown) => {
    if (!(error instanceof Error) || error instanceof UpstreamFailure || error.name === 'AbortError') throw error;
    throw new RestError(`The answer broke off: ${error.message}`, { code: RestError.PARSE_ERROR });
  });
  const text = joined(pieces, isBytes || pieces.every(isAscii) ? 'latin1' : 'utf8');
  if (once) wipe(pieces);
  return text;
}

/**
 * Nearly every answer is ASCII, and read as Latin-1 that takes a fifth of the time off what follows. Piece by piece it stays within V8's heap:
 * a long text made in one go is put beside it, and given back no sooner than all of the heap is looked through, which is then due every dozen
 * answers.
 */
function joined(pieces: readonly Buffer[], encoding: 'latin1' | 'utf8'): string {
  const decoder = new StringDecoder(encoding);
  return [...pieces.map((piece) => decoder.write(piece)), decoder.end()].join('');
}
