type Child = Node | string | false | undefined | null | readonly Child[];

const isList = (child: Child): child is readonly Child[] => Array.isArray(child);

type Props<K extends keyof HTMLElementTagNameMap> = Partial<Omit<HTMLElementTagNameMap[K], 'style' | 'dataset' | 'children'>> & {
  /** Survives drawing again: focus returns to the element with the same key. */
  key?: string;
  aria?: Record<string, string | boolean | undefined>;
  style?: Record<string, string>;
  on?: Partial<Record<keyof HTMLElementEventMap, () => void>>;
  /** Told what a field holds, with every change. */
  fill?: (value: string) => void;
};

/** Makes an element. Text is text: nothing here is ever read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(tag: K, props: Props<K> = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
  const { key, aria = {}, style = {}, on = {}, fill, ...own } = props;
  const element = Object.assign(document.createElement(tag), own);
  if (key !== undefined) element.dataset['key'] = key;
  for (const [name, value] of Object.entries(aria)) if (value !== undefined) element.setAttribute(`aria-${name}`, String(value));
  for (const [name, value] of Object.entries(style)) element.style.setProperty(name, value);
  for (const [name, listener] of Object.entries(on)) element.addEventListener(name, () => listener());
  if (fill) element.addEventListener('input', () => fill('value' in element ? `${element.value}` : ''));
  append(element, children);
  return element;
}

function append(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child === false || child === undefined || child === null) continue;
    if (isList(child)) append(element, child);
    else element.append(child);
  }
}

/** Puts new content in place of the old; focus, caret and scroll positions stay where they were. */
export function redraw(root: Element, ...children: Child[]): void {
  const active =
    document.activeElement instanceof HTMLElement && root.contains(document.activeElement) ? document.activeElement : undefined;
  const { key } = active?.dataset ?? {};
  const caret =
    active instanceof HTMLTextAreaElement || (active instanceof HTMLInputElement && active.type === 'text') ? active.selectionStart : null;
  const scrolled = [...root.querySelectorAll<HTMLElement>('[data-key]')].flatMap((element) =>
    element.scrollTop > 0 || element.scrollLeft > 0 ? [[element.dataset['key'] ?? '', element.scrollLeft, element.scrollTop] as const] : [],
  );
  root.replaceChildren();
  append(root, children);
  const find = (key: string) => root.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
  for (const [key, left, top] of scrolled) find(key)?.scrollTo(left, top);
  const again = key === undefined ? null : find(key);
  again?.focus({ preventScroll: true });
  if (caret !== null && (again instanceof HTMLTextAreaElement || again instanceof HTMLInputElement)) again.setSelectionRange(caret, caret);
}
