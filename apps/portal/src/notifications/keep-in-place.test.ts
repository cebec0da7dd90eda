// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setNewestBody } from '../blades/newest-body';
import { keepInPlace } from './keep-in-place';

const TOP = 60;
const FOOTER = 717;
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
  vi.unstubAllGlobals();
});

/** A body between header and footer, as high as its margin leaves it. */
function bodyOfBlade(): HTMLElement {
  const body = document.createElement('div');
  body.getBoundingClientRect = () => new DOMRect(0, TOP, 500, FOOTER - TOP - (Number.parseFloat(body.style.marginBottom) || 0));
  return body;
}

/** Toasts of a hundred pixels each. */
function toastsIn(body: HTMLElement): HTMLElement {
  const toasts = document.createElement('div');
  Object.defineProperty(toasts, 'offsetHeight', {
    get: () => Math.min(toasts.childElementCount * 100, Number.parseFloat(toasts.style.maxHeight)),
  });
  ends = [setNewestBody(body), keepInPlace(toasts) ?? (() => undefined)];
  return toasts;
}

const show = (toasts: HTMLElement, count: number) => {
  toasts.replaceChildren(...Array.from({ length: count }, () => document.createElement('p')));
  told();
};

const endOf = (body: HTMLElement) => body.getBoundingClientRect().bottom;
const beginningOf = (toasts: HTMLElement) => window.innerHeight - Number.parseFloat(toasts.style.bottom) - toasts.offsetHeight;

test('a blade’s body ends above the toasts, and takes its room back when they are gone', () => {
  const body = bodyOfBlade();
  const toasts = toastsIn(body);
  expect(endOf(body)).toBe(FOOTER);
  for (const count of [1, 3, 2]) {
    show(toasts, count);
    expect(endOf(body)).toBe(FOOTER - count * 100 - 16);
    expect(beginningOf(toasts)).toBeGreaterThanOrEqual(endOf(body));
    expect(Number.parseFloat(toasts.style.bottom)).toBe(window.innerHeight - FOOTER + 8);
  }
  show(toasts, 0);
  expect(endOf(body)).toBe(FOOTER);
});

test('many toasts take half of a body at most', () => {
  const body = bodyOfBlade();
  const toasts = toastsIn(body);
  show(toasts, 30);
  expect(toasts.offsetHeight).toBe((FOOTER - TOP) / 2);
  expect(beginningOf(toasts)).toBeGreaterThanOrEqual(endOf(body));
});

test('a body that is the newest no longer has its room again', () => {
  const body = bodyOfBlade();
  const toasts = toastsIn(body);
  show(toasts, 1);
  const next = bodyOfBlade();
  ends.push(setNewestBody(next));
  expect(endOf(body)).toBe(FOOTER);
  expect(endOf(next)).toBe(FOOTER - 116);
});
