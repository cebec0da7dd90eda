import { set } from '../state';

/** Lets the person drag the line, or the paleness, across the pictures themselves. */
export function mixable(sheet: HTMLElement): void {
  sheet.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const { left, width } = sheet.getBoundingClientRect();
    const onMove = ({ clientX }: PointerEvent) => set({ mix: Math.round(Math.min(1, Math.max(0, (clientX - left) / width)) * 100) });
    onMove(down);
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', () => window.removeEventListener('pointermove', onMove), { once: true });
  });
}
