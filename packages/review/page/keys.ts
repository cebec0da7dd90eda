import { THEMES } from '../src/capture/shot';
import { decide } from './decide';
import { data, get, move, set, zoomBy } from './state';

const KEYS: Record<string, () => void> = {
  j: () => move(1),
  k: () => move(-1),
  y: () => decide('approved'),
  n: () => decide('rejected'),
  s: () => set({ view: 'side' }),
  o: () => set({ view: 'onion' }),
  w: () => set({ view: 'wipe' }),
  p: () => set({ view: 'parts' }),
  l: () => set({ language: data().languages.find((language) => language !== get().language) ?? get().language }),
  t: () => set({ theme: THEMES[(THEMES.indexOf(get().theme) + 1) % data().themes.length] ?? 'light' }),
  '+': () => zoomBy(1),
  '-': () => zoomBy(-1),
  '0': () => set({ zoom: undefined }),
};

/** Where letters are typed, they are letters. */
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('input:not([type=checkbox], [type=range]), textarea, select');

export function listenToKeys(): void {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const act = KEYS[event.key.toLowerCase()];
    if (!act) return;
    event.preventDefault();
    act();
  });
}
