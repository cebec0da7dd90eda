import { portalSettings } from '../session/portal-settings';
import { readBack } from '../session/read-back';
import { usableSession } from '../session/session';
import { seenListKey } from '../session/stored-session';
import { keepText } from './keep-text';

/** What was drawn: text as it is, or an element's tag, its attributes, and what is in it. */
type Drawn = string | readonly [tag: string, attributes: Readonly<Record<string, string>>, children: readonly Drawn[]];

interface KeptList {
  /** For whom, where, and by which build in which language it was drawn. */
  of: string;
  body: Drawn;
  /** How old it is, in words. */
  age: string;
}

/** What is shown of a list that is being read. */
export interface SeenList {
  rows: readonly Node[];
  age: string;
}

/** More than any window shows at once. */
const MOST_KEPT = 150_000;
/** What a picture has no use for, or would have twice in the page. */
const LEFT_OUT = /^(?:id|name|for|role|tabindex|title|on.*|aria-.*|data-(?!label).*)$/;
/** The element that tells how many rows there are. */
const COUNT = 'data-count';
const SVG = 'http://www.w3.org/2000/svg';

const ofPage = (account: string) =>
  [account, window.location.pathname + window.location.search, portalSettings.build, document.documentElement.lang].join(' ');

/** What an element is by now, beyond the attributes it was made with. */
function stateOf(element: Element): Readonly<Record<string, string>> {
  if (element instanceof HTMLOptionElement && element.selected) return { selected: '' };
  if (element instanceof HTMLInputElement && element.checked) return { checked: '' };
  return {};
}

function drawnAs(node: Node, age: string): Drawn[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element)) return [];
  const attributes = [...node.attributes].filter(({ name }) => !LEFT_OUT.test(name)).map(({ name, value }) => [name, value]);
  const children = node.hasAttribute(COUNT) ? [age] : [...node.childNodes].flatMap((child) => drawnAs(child, age));
  return [[node.localName, { ...Object.fromEntries(attributes), ...stateOf(node) }, children]];
}

/** Made node by node: the page takes no HTML from a text, and no style from an attribute. */
function draw(drawn: Drawn, around: string | null): Node {
  if (typeof drawn === 'string') return document.createTextNode(drawn);
  const [tag, { style, ...attributes }, children] = drawn;
  const namespace = tag === 'svg' ? SVG : around;
  const element = document.createElementNS(namespace, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  if (element instanceof HTMLElement || element instanceof SVGElement) {
    if (style !== undefined) element.style.cssText = style;
    element.tabIndex = -1;
    if (tag === 'a') element.style.pointerEvents = 'auto';
  }
  element.append(...children.map((child) => draw(child, namespace)));
  return element;
}

/** A list that somebody has narrowed, sorted or scrolled is not drawn so when the page is loaded again. */
const isAtItsBeginning = (body: Element) => body.querySelector('tbody')?.firstElementChild?.getAttribute('aria-rowindex') === '2';

/** Keeps what the blade's body shows for the next load of this page in this tab; `age` is said there in place of the number of rows. */
export function keepSeenList(body: Element, age: string): void {
  const account = usableSession()?.account.id;
  if (account === undefined || !isAtItsBeginning(body) || body.querySelector(`[${COUNT}]`) === null) return;
  const [drawn] = drawnAs(body, age);
  const text = JSON.stringify({ of: ofPage(account), body: drawn, age });
  if (text.length <= MOST_KEPT) keepText(sessionStorage, seenListKey, text);
}

let shown: (SeenList & { of: string }) | undefined;

/** Draws, in the frame that the server has written, what this page showed before it was loaded again, while it is read again. */
export function showSeenList(): void {
  const frame = document.querySelector<HTMLElement>('[data-seen]');
  const text = sessionStorage.getItem(seenListKey);
  const account = usableSession()?.account.id;
  if (frame === null || text === null || account === undefined) return;
  const { of, body, age } = readBack<KeptList>(text);
  if (of !== ofPage(account)) return;
  const drawn = draw(body, document.documentElement.namespaceURI);
  if (!(drawn instanceof HTMLElement)) return;
  frame.className = drawn.className;
  // Links lead on. A field would lose what is typed into it.
  frame.style.pointerEvents = 'none';
  frame.append(...drawn.childNodes);
  shown = { of, age, rows: [...(frame.querySelector('tbody')?.childNodes ?? [])] };
}

/** What is shown of the list of this page while it is being read. */
export function seenList(): SeenList | undefined {
  return shown?.of === ofPage(usableSession()?.account.id ?? '') ? shown : undefined;
}
