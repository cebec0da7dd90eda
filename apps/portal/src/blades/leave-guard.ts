import { createContext, useContext, useEffect } from 'react';
import { useResolvedPath } from 'react-router';

/** The addresses of the blades that hold something unsaved. */
export const DirtyBlades = createContext<Set<string>>(new Set());

export const isInside = (pathname: string, blade: string): boolean => pathname === blade || pathname.startsWith(`${blade}/`);

/** While `dirty`, leaving this blade (not opening blades from it) asks first. */
export function useLeaveGuard(dirty: boolean): void {
  const blades = useContext(DirtyBlades);
  const { pathname } = useResolvedPath('.');

  useEffect(() => {
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    blades.add(pathname);
    window.addEventListener('beforeunload', ask);
    return () => {
      blades.delete(pathname);
      window.removeEventListener('beforeunload', ask);
    };
  }, [blades, dirty, pathname]);
}
