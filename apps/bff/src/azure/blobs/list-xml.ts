import { own } from '../../own';

/** A blob or container of a list. */
export interface ListEntry {
  name: string;
  /** What stands in one of its elements that has no other inside. */
  textOf: (element: string) => string | undefined;
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'" };

const plain = (text: string) => text.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (entity) => own(ENTITIES, entity) ?? entity);

/** The entries of a list of the blob service, in its order. */
export function entriesIn(xml: string, kind: 'Blob' | 'Container'): ListEntry[] {
  const entries = xml.matchAll(new RegExp(`<${kind}><Name>([^<]*)</Name>(.*?)</${kind}>`, 'gs'));
  return [...entries].map(([, name = '', rest = '']) => ({
    name: plain(name),
    textOf: (element) => new RegExp(`<${element}>([^<]*)</${element}>`).exec(rest)?.[1],
  }));
}

/** Where the next page of a list begins; empty after the last one. */
export const nextIn = (xml: string): string => plain(/<NextMarker>([^<]*)<\/NextMarker>/.exec(xml)?.[1] ?? '');
