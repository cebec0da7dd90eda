import type { Page } from '@playwright/test';
import type { Box, TextFault } from './shot';

/** Looks for text that is cut off, shortened with dots, broken inside a word or printed over other text; boxes in pixels from the crop's corner. */
export async function measureTexts(page: Page, crop: Box): Promise<TextFault[]> {
  const found = await page.evaluate(inPage);
  return found.flatMap(({ box: [x, y, width, height], ...trouble }) => {
    const box: Box = [Math.round(x - crop[0]), Math.round(y - crop[1]), Math.round(width), Math.round(height)];
    const inside = box[0] + box[2] > 0 && box[1] + box[3] > 0 && box[0] < crop[2] && box[1] < crop[3];
    return inside ? [{ ...trouble, box }] : [];
  });
}

/** Runs in the page, so it uses nothing from outside. */
function inPage() {
  type Rect = { left: number; top: number; right: number; bottom: number };
  type Trouble = {
    kind: 'clipped' | 'shortened' | 'broken' | 'overlapping';
    text: string;
    other?: string;
    box: [number, number, number, number];
  };
  interface Seen {
    element: Element;
    text: string;
    rect: Rect;
  }
  const troubles: Trouble[] = [];
  const hiding = new Set(['hidden', 'clip']);
  const scrolling = new Set(['auto', 'scroll']);
  const boxOf = ({ left, top, right, bottom }: Rect): Trouble['box'] => [left, top, right - left, bottom - top];
  const longest = 120;
  const short = (text: string) => text.replace(/\s+/g, ' ').trim().slice(0, longest);
  const meet = (a: Rect, b: Rect): Rect => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isEmpty = ({ left, top, right, bottom }: Rect) => right - left < 1 || bottom - top < 1;

  /** What is left of a rectangle after all that clips it, and whether something hides a part that no scrolling brings back. */
  const clip = (element: Element, whole: Rect) => {
    let rect = whole;
    let cut: 'clipped' | 'shortened' | undefined;
    for (let box: Element | null = element; box; box = box.parentElement) {
      const style = getComputedStyle(box);
      const around = box.getBoundingClientRect();
      if (style.clipPath !== 'none' || style.visibility === 'hidden' || around.width <= 1 || around.height <= 1) {
        if (style.display !== 'contents' && style.display !== 'inline') return { rect: { left: 0, top: 0, right: 0, bottom: 0 }, cut };
      }
      if (style.display === 'inline' || style.display === 'contents') continue;
      if (hiding.has(style.overflowX) && (rect.right > around.right + 1.5 || rect.left < around.left - 1.5))
        cut ??= style.textOverflow === 'ellipsis' ? 'shortened' : 'clipped';
      if (hiding.has(style.overflowY) && !scrolling.has(style.overflowX) && (rect.bottom > around.bottom + 3 || rect.top < around.top - 3))
        cut ??= 'clipped';
      if (style.overflowX !== 'visible' || style.overflowY !== 'visible') rect = meet(rect, around);
      if (isEmpty(rect)) return { rect, cut };
    }
    return { rect, cut };
  };

  /** A word that goes on in the next line without a hyphen; names of things may. */
  const broken = (node: Node, element: Element) => {
    const range = document.createRange();
    const all = node.textContent ?? '';
    const isLower = (at: number) => {
      range.setStart(node, at - 1);
      range.setEnd(node, at);
      const { bottom } = range.getBoundingClientRect();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return bottom > 0 && range.getBoundingClientRect().top > bottom - 2;
    };
    for (const { 0: word, index } of all.matchAll(/(?<![\p{L}\p{N}\u00ad_-])[\p{L}\u00ad]{4,}(?![\p{L}\p{N}\u00ad_-])/gu)) {
      if (/\p{Ll}\p{Lu}/u.test(word)) continue;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const { rect } = clip(element, range.getBoundingClientRect());
      if (isEmpty(rect) || range.getClientRects().length < 2) continue;
      const at = Array.from(word, (_char, position) => index + position).find((at) => at > index && isLower(at));
      if (at !== undefined && all[at - 1] !== '\u00ad') troubles.push({ kind: 'broken', text: word, box: boxOf(rect) });
    }
  };

  const seen: Seen[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = short(node.textContent ?? '');
    if (!element || text === '' || ['SCRIPT', 'STYLE', 'OPTION', 'NOSCRIPT'].includes(element.tagName)) continue;
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    broken(node, element);
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      if (line.width < 1 || line.height < 1) continue;
      const { rect, cut } = clip(element, line);
      if (isEmpty(rect)) {
        // Wholly hidden on purpose or scrolled away, unless the very box of the text swallows it.
        continue;
      }
      if (cut) troubles.push({ kind: cut, text, box: boxOf(rect) });
      seen.push({ element, text, rect });
    }
  }

  const pen = document.createElement('canvas').getContext('2d');
  for (const field of document.querySelectorAll('input, select')) {
    if (!field.checkVisibility()) continue;
    const value =
      field instanceof HTMLSelectElement
        ? (field.selectedOptions[0]?.text ?? '')
        : field instanceof HTMLInputElement && !['checkbox', 'radio', 'hidden'].includes(field.type)
          ? field.value || field.placeholder
          : '';
    const style = getComputedStyle(field);
    if (!pen || value === '') continue;
    pen.font = style.font;
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    if (pen.measureText(value).width > room + 2)
      troubles.push({ kind: 'clipped', text: short(value), box: boxOf(field.getBoundingClientRect()) });
  }

  /** Whether something opaque lies between the upper and the lower of two texts. */
  const separated = (a: Element, b: Element, { left, top, right, bottom }: Rect) => {
    const stack = document.elementsFromPoint((left + right) / 2, (top + bottom) / 2);
    const at = [stack.indexOf(a), stack.indexOf(b)].toSorted((first, second) => first - second);
    const [upper = -1, lower = -1] = at;
    if (upper < 0 || lower < 0) return true;
    return stack.slice(upper, lower).some((element) => {
      if (element.contains(stack[lower] ?? null)) return false;
      const { backgroundColor } = getComputedStyle(element);
      return backgroundColor !== 'transparent' && !backgroundColor.endsWith(', 0)');
    });
  };
  for (const [index, first] of seen.entries()) {
    for (const second of seen.slice(index + 1)) {
      const both = meet(first.rect, second.rect);
      if (both.right - both.left < 3 || both.bottom - both.top < 4) continue;
      if (first.element === second.element || separated(first.element, second.element, both)) continue;
      troubles.push({ kind: 'overlapping', text: first.text, other: second.text, box: boxOf(both) });
    }
  }
  return troubles;
}
