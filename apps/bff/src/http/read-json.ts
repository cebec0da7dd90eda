import type { Request, RequestHandler } from 'express';
import { Problem } from '../problem';
import { readBounded } from '../read-bounded';

/** A batch names up to 1,000 machines, each by an ARM id of some 150 bytes. */
const MOST_BYTES = 256 * 1024;

const bytesOf = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const BOUNDS = { most: MOST_BYTES, tooLong: () => new Problem('request-too-large') };

const textOf = async (req: Request) =>
  bytesOf.decode(await readBounded(req.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>, BOUNDS));

const PIECES = /"(?:[^"\\]|\\.)*(?:"|\\?$)|[{}[\]]/g;

const COLON = /\s*:/y;

function isName(text: string, end: number): boolean {
  COLON.lastIndex = end;
  return COLON.test(text);
}

/** More than anything of the contract has. */
const MOST_LEVELS = 16;

/**
 * Why valid JSON is not taken. Where an object says something twice, of two readers one may go by the first, the other by the last; what is
 * nested deep costs everyone who goes through it.
 */
export function faultOf(text: string): 'says-twice' | 'too-deep' | undefined {
  const open: Set<unknown>[] = [];
  for (const { 0: piece, index } of text.matchAll(PIECES)) {
    if (piece === '{' || piece === '[') {
      if (open.push(new Set()) > MOST_LEVELS) return 'too-deep';
    } else if (piece === '}' || piece === ']') open.pop();
    else if (isName(text, index + piece.length)) {
      const name: unknown = JSON.parse(piece);
      if (open.at(-1)?.has(name)) return 'says-twice';
      open.at(-1)?.add(name);
    }
  }
  return undefined;
}

function parse(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const fault = faultOf(text);
  if (fault !== undefined) throw new SyntaxError(fault);
  return value;
}

/** A request that announces none has none (RFC 9112, 6.3). */
const hasBody = ({ headers }: Request) => headers['transfer-encoding'] !== undefined || headers['content-length'] !== undefined;

/** Reads the body for all who come after; one that could be read in two ways is refused. */
export const readJson: RequestHandler = async (req, _res, next) => {
  if (!hasBody(req)) return next();
  try {
    const text = await textOf(req);
    if (text.trim() !== '') req.body = parse(text);
  } catch (cause) {
    throw cause instanceof Problem ? cause : new Problem('invalid-request', { fields: ['body'], cause });
  }
  return next();
};
