import { own } from '../../own';
import { UpstreamFailure } from '../connection/upstream-failure';

/** A blob or container of a list. */
export interface ListEntry {
  name: string;
  /** What stands in one of its elements that has no other inside. */
  textOf: (element: string) => string | undefined;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

const plain = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => own(ENTITIES, entity) ?? entity);

const isWholeList = (xml: string) => /<EnumerationResults[\s>]/.test(xml) && xml.trimEnd().endsWith('</EnumerationResults>');

/** The entries of a page of a list of the blob service, in its order, and where the next page begins; empty after the last one. */
export function pageIn(xml: string, kind: 'Blob' | 'Container'): { entries: ListEntry[]; next: string } {
  // What is no list, or broke off, must not be taken for one without entries.
  if (!isWholeList(xml)) throw new UpstreamFailure('unreadable');
  const [, ...pieces] = xml.split(`<${kind}>`);
  return { entries: pieces.map((piece) => entryIn(piece, kind)), next: plain(textIn(xml, 'NextMarker') ?? '') };
}

function entryIn(piece: string, kind: string): ListEntry {
  const [inside = '', ...after] = piece.split(`</${kind}>`, 2);
  const name = textIn(inside, 'Name');
  if (name === undefined || after.length === 0) throw new UpstreamFailure('unreadable');
  return { name: plain(name), textOf: (element) => textIn(inside, element) };
}

const textIn = (xml: string, element: string) => new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1];
