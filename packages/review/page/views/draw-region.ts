import { set } from '../state';

const LEAST = 0.01;

/** Lets the person draw a frame on a picture with the mouse or a pen. */
export function drawable(sheet: HTMLElement): void {
  sheet.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    const around = sheet.getBoundingClientRect();
    const at = ({ clientX, clientY }: PointerEvent) => ({
      x: Math.min(1, Math.max(0, (clientX - around.left) / around.width)),
      y: Math.min(1, Math.max(0, (clientY - around.top) / around.height)),
    });
    const from = at(down);
    const frame = document.createElement('div');
    frame.className = 'mark remark lit';
    const regionTo = (to: { x: number; y: number }) => ({
      x: Math.min(from.x, to.x),
      y: Math.min(from.y, to.y),
      width: Math.abs(from.x - to.x),
      height: Math.abs(from.y - to.y),
    });
    const onMove = (event: PointerEvent) => {
      const { x, y, width, height } = regionTo(at(event));
      for (const [name, value] of Object.entries({ left: x, top: y, width, height })) frame.style.setProperty(name, `${value * 100}%`);
      if (!frame.isConnected) sheet.append(frame);
    };
    const onUp = (event: PointerEvent) => {
      window.removeEventListener('pointermove', onMove);
      const region = regionTo(at(event));
      if (region.width > LEAST && region.height > LEAST) set({ region });
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp, { once: true });
  });
}
