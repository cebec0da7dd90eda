const MARK = 'data-fui-focus-visible';

const mark = (element: Element | null) => void element?.toggleAttribute(MARK, element.matches(':focus-visible'));

/** Fluent draws the focus of its elements where this mark is. What it brings along to set it lays the page out while the page starts. */
export function markFocus(): void {
  document.addEventListener('focusin', () => mark(document.activeElement));
  document.addEventListener('focusout', ({ target }) => target instanceof Element && target.removeAttribute(MARK));
  // Who clicked and now takes to the keys.
  document.addEventListener('keydown', () => mark(document.activeElement));
}
