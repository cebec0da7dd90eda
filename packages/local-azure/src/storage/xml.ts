import type { HttpAnswer } from '../http/exchange';
import { own } from '../world/own';

/** Text made safe for XML. */
const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => own({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }, character) ?? '');

/** An element; `undefined` inside leaves it out. */
export function element(name: string, inside: string | number | undefined): string {
  return inside === undefined ? '' : `<${name}>${escapeXml(String(inside))}</${name}>`;
}

/** An element around other elements. */
export const parent = (name: string, children: readonly string[], attributes = ''): string =>
  children.length === 0 ? `<${name}${attributes} />` : `<${name}${attributes}>${children.join('')}</${name}>`;

/** An answer with this element as its root. */
export function xml(status: number, root: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { 'Content-Type': 'application/xml', ...headers }, body: `<?xml version="1.0" encoding="utf-8"?>${root}` };
}

/** Every element that has one of the names and no other inside, in order; enough for what clients send. */
export function elementsIn(document: string, names: readonly string[]): { name: string; inside: string }[] {
  const pattern = new RegExp(`<(${names.join('|')})>([^<]*)</\\1>`, 'g');
  return [...document.matchAll(pattern)].map(([, name = '', inside = '']) => ({ name, inside }));
}
