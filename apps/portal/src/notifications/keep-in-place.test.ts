// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setNewestBody } from '../blades/newest-body';
import { keepInPlace } from './keep-in-place';

const TOP = 60;
const FOOTER = 717;
const RIGHT = 900;
let told: () => void;
let ends: (() => void)[] = [];

beforeEach(() => {
  window.ResizeObserver = class {
    constructor(tell: ResizeObserverCallback) {
      told = () => tell([], this);
    }
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  vi.stubGlobal('requestAnimationFrame', (tell: () => void) => tell());
});
afterEach(() => {
  for (const end of ends) end();
  ends = [];
  document.body.replaceChildren();
});

/** A body between header and footer. */
function bodyOfBlade(left = 0): HTMLElement {
  const body = document.createElement('div');
  body.getBoundingClientRect = () => new DOMRect(left, TOP, RIGHT - left, FOOTER - TOP);
  return body;
}

/** Toasts of a hundred pixels each. */
function toastsIn(body: HTMLElement, count: number): HTMLElement {
  const toasts = document.createElement('div');
  Object.defineProperty(toasts, 'offsetHeight', {
    get: () => Math.min(toasts.childElementCount * 100, Number.parseFloat(toasts.style.maxHeight)),
  });
  document.body.append(toasts);
  ends = [setNewestBody(body), keepInPlace(toasts) ?? (() => undefined)];
  toasts.replaceChildren(...Array.from({ length: count }, () => document.createElement('button')));
  told();
  return toasts;
}

/** Puts the focus on what lies there. */
function focusAt(left: number, top: number, width = 100): HTMLElement {
  const field = document.createElement('input');
  field.getBoundingClientRect = () => new DOMRect(left, top, width, 32);
  document.body.append(field);
  field.focus();
  return field;
}

const placeOf = ({ style: { left, right, top, bottom } }: HTMLElement) => [left, right, top, bottom];
const px = (length: number) => `${length}px`;
const [atLeft, atRight] = [px(8), px(window.innerWidth - RIGHT + 8)];
const [atTop, atBottom] = [px(TOP + 8), px(window.innerHeight - FOOTER + 8)];

test('toasts lie in the lower right corner of a blade’s body, which stays as it is', () => {
  const body = bodyOfBlade();
  const toasts = toastsIn(body, 2);
  expect(placeOf(toasts)).toEqual(['auto', atRight, 'auto', atBottom]);
  expect(toasts.style.width).toBe('320px');
  expect(body.getAttribute('style')).toBeNull();
});

test('many toasts take half of a body at most, and are no wider than it', () => {
  const toasts = toastsIn(bodyOfBlade(700), 30);
  expect(toasts.offsetHeight).toBe((FOOTER - TOP - 16) / 2);
  expect(toasts.style.width).toBe('184px');
});

test('what has the focus is never covered: the toasts go to another corner, and come back', () => {
  const toasts = toastsIn(bodyOfBlade(), 1);
  focusAt(700, FOOTER - 60);
  expect(placeOf(toasts)).toEqual([atLeft, 'auto', 'auto', atBottom]);
  focusAt(20, FOOTER - 60, 800);
  expect(placeOf(toasts)).toEqual(['auto', atRight, atTop, 'auto']);
  focusAt(20, 300);
  expect(placeOf(toasts)).toEqual(['auto', atRight, 'auto', atBottom]);
});

test('what is scrolled under the toasts while it has the focus is not covered', () => {
  const toasts = toastsIn(bodyOfBlade(), 1);
  const field = focusAt(700, 300);
  expect(placeOf(toasts)).toEqual(['auto', atRight, 'auto', atBottom]);
  field.getBoundingClientRect = () => new DOMRect(700, FOOTER - 60, 100, 32);
  document.body.dispatchEvent(new Event('scroll'));
  expect(placeOf(toasts)).toEqual([atLeft, 'auto', 'auto', atBottom]);
});

test('toasts that have the keyboard stay where they are', () => {
  const toasts = toastsIn(bodyOfBlade(), 1);
  focusAt(700, FOOTER - 60);
  toasts.querySelector('button')?.focus();
  expect(placeOf(toasts)).toEqual([atLeft, 'auto', 'auto', atBottom]);
});

test('toasts follow the newest blade', () => {
  const toasts = toastsIn(bodyOfBlade(), 1);
  const next = bodyOfBlade();
  next.getBoundingClientRect = () => new DOMRect(0, TOP, 500, FOOTER - TOP);
  ends.push(setNewestBody(next));
  expect(placeOf(toasts)).toEqual(['auto', px(window.innerWidth - 500 + 8), 'auto', atBottom]);
});
