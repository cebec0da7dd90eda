import { createContext, useContext, useEffect } from 'react';
import { useResolvedPath } from 'react-router';

/** The addresses of the blades that hold something unsaved, each with what to do when it is given up. */
export const DirtyBlades = createContext<Map<string, () => void>>(new Map());

export const isInside = (pathname: string, blade: string): boolean => pathname === blade || pathname.startsWith(`${blade}/`);

const nothingToDo = () => undefined;

/** While `dirty`, leaving this blade (not opening blades from it) asks first. Entries with `onDiscard` survive a reload, which then asks nothing. */
export function useLeaveGuard(dirty: boolean, onDiscard?: () => void): void {
  const blades = useContext(DirtyBlades);
  const { pathname } = useResolvedPath('.');
  const survivesReload = onDiscard !== undefined;

  useEffect(() => {
    if (!dirty) return undefined;
    blades.set(pathname, onDiscard ?? nothingToDo);
    return () => void blades.delete(pathname);
  }, [blades, dirty, onDiscard, pathname]);

  useEffect(() => {
    if (!dirty || survivesReload) return undefined;
    const ask = (event: BeforeUnloadEvent) => {
      // A page that is shown to nobody any more goes: staying would be staying before nothing.
      if (!document.documentElement.hidden) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty, survivesReload]);
}
