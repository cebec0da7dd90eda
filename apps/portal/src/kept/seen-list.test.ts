// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetSession, markSignedOut, storeSession } from '../session/stored-session';
import { keepSeenList } from './seen-list';

const account = { id: 'adele.tenant', name: 'Adele Vance', username: 'adele@tenant', isGuest: false };
const AGE = 'As of noon…';

const main = document.body.appendChild(document.createElement('main'));

/** A list as the table draws it; `first` is which row comes first. */
function list(first = 1): HTMLElement {
  main.innerHTML = `
    <div class="body">
      <p id="told">Two machines</p>
      <select><option>All</option><option>Protected</option></select>
      <svg viewBox="0 0 1 1"><path d="M0 0"></path></svg>
      <output data-count class="count">2 items</output>
      <table role="grid" aria-label="Machines">
        <tbody style="height: 74px"><tr aria-rowindex="${first + 1}" tabindex="0"><td data-label="Name:"><a href="/vaults/DBVM1">DBVM1</a></td></tr></tbody>
      </table>
    </div>`;
  return main.querySelector<HTMLElement>('.body') ?? main;
}

/** The portal as the next load has it: nothing in its memory, and the frame that the server has written. */
async function nextLoad() {
  vi.resetModules();
  main.innerHTML = '<div data-seen aria-hidden="true"></div>';
  const next = await import('./seen-list');
  next.showSeenList();
  return { frame: main.querySelector<HTMLElement>('[data-seen]'), seen: next.seenList() };
}

beforeEach(() => {
  storeSession({ account, token: 'token', expiresAt: Date.now() + 3_600_000 });
  window.history.replaceState(null, '', '/machines?show=all');
});

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

test('what a list shows is drawn at the next load, with its age, as a picture that only leads on', async () => {
  const body = list();
  const [, last] = body.querySelectorAll('option');
  if (last !== undefined) last.selected = true;
  keepSeenList(body, AGE);
  const { frame, seen } = await nextLoad();
  expect(frame?.className).toBe('body');
  expect(frame?.querySelector('output')?.textContent).toBe(AGE);
  expect(frame?.querySelector('select')?.value).toBe('Protected');
  expect(frame?.querySelector('path')).toBeInstanceOf(SVGElement);
  expect(frame?.querySelector('tbody')?.style.height).toBe('74px');
  expect(frame?.querySelector('[id], [role], [aria-rowindex]')).toBeNull();
  expect(frame?.querySelector('a')?.getAttribute('href')).toBe('/vaults/DBVM1');
  expect(frame?.querySelector('a')?.tabIndex).toBe(-1);
  expect(frame?.style.pointerEvents).toBe('none');
  expect(seen?.age).toBe(AGE);
  expect(seen?.rows.map(({ textContent }) => textContent)).toEqual(['DBVM1']);
});

test('a list that is scrolled, or tells no number, is not kept', async () => {
  keepSeenList(list(7), AGE);
  const untold = list();
  untold.querySelector('output')?.remove();
  keepSeenList(untold, AGE);
  expect((await nextLoad()).seen).toBeUndefined();
});

test('a tab that is full keeps nothing of it, and is left in peace', async () => {
  keepSeenList(list(), AGE);
  const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  keepSeenList(list(), AGE);
  full.mockRestore();
  expect((await nextLoad()).seen).toBeUndefined();
});

async function seesNothingAfter(change: () => void) {
  keepSeenList(list(), AGE);
  change();
  const { frame, seen } = await nextLoad();
  document.documentElement.removeAttribute('lang');
  expect(frame?.childNodes).toHaveLength(0);
  expect(seen).toBeUndefined();
}

test.each<[string, () => void]>([
  ['another address', () => window.history.replaceState(null, '', '/machines')],
  ['another language', () => document.documentElement.setAttribute('lang', 'de')],
  ['a sign-in that has ended', () => storeSession({ account, token: 'token', expiresAt: Date.now() })],
  ['somebody who signed out in another tab', () => markSignedOut(account.id)],
  ['a tab whose sign-in is forgotten', forgetSession],
])('%s shows nothing of it', (_, change) => seesNothingAfter(change));

test('another person sees nothing of it', () =>
  seesNothingAfter(() => storeSession({ account: { ...account, id: 'alex.tenant' }, token: 'token', expiresAt: Date.now() + 3_600_000 })));
