import { useEffect } from 'react';
import { useMatches } from 'react-router';
import { bladeAt } from '../map/blade-at';
import { chainOf, type BladeId } from '../map/map';
import { linkOf } from '../ui/links';
import { whenIdle } from '../ui/when-idle';
import { isBladeHandle } from './blade-handle';

/** Fetches the code of the blades behind a link as soon as it is pointed at or has the focus. */
export function prepareBladesOnIntent(prepareBlade: (id: BladeId) => void): void {
  const prepare = (event: Event) => {
    const followed = linkOf(event);
    const blade = followed === null ? undefined : bladeAt(followed.address.pathname);
    if (blade !== undefined) for (const id of chainOf(blade.id)) prepareBlade(id);
  };
  for (const event of ['pointerover', 'focusin', 'touchstart']) document.addEventListener(event, prepare, { passive: true });
}

/** Fetches the code of the blades that follow an open one, once there is nothing else to do. */
export function usePrepareNextBlades(): void {
  const matches = useMatches();
  useEffect(() => {
    const next = matches.flatMap(({ handle }) => (isBladeHandle(handle) ? handle.next : []));
    if (next.length === 0) return undefined;
    return whenIdle(() => {
      for (const blade of next) blade.prepare();
    });
  }, [matches]);
}
