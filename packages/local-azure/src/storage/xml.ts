import type { HttpAnswer } from '../http/exchange';
import { own } from '../world/own';

/** Text made safe for XML. */
export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (character) => own({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }, character) ?? '');

/** An element; `undefined` inside leaves it out. */
export function element(name: string, inside: string | number | undefined): string {
  return inside === undefined ? '' : `<${name}>${escapeXml(String(inside))}</${name}>`;
}

/** An element around other elements. */
export const parent = (name: string, children: readonly string[], attributes = ''): string =>
  children.length === 0 ? `<${name}${attributes} />` : `<${name}${attributes}>${children.join('')}</${name}>`;

export function xml(status: number, root: string, headers: Record<string, string> = {}): HttpAnswer {
  return { status, headers: { 'Content-Type': 'application/xml', ...headers }, body: `<?xml version="1.0" encoding="utf-8"?>${root}` };
}

/** The texts of every element with a name, in order; enough for the block lists and metadata that clients send. */
export function textsIn(document: string, name: string): string[] {
  return [...document.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map((match) => match[1] ?? '');
}
