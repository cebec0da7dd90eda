import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { createMemoryRouter } from 'react-router';

export type Router = ReturnType<typeof createMemoryRouter>;
export type RouterState = Router['state'];

const PageRouter = createContext<Router | null>(null);
export const RouterOfPage = PageRouter.Provider;

/** Of where the page is, what stands around the blades needs: the router itself draws the blades alone. */
export function useRouterState<Part>(partOf: (state: RouterState) => Part): Part {
  const router = useContext(PageRouter);
  if (router === null) throw new Error('Nothing stands around the blades without the router.');
  const watch = useCallback((changed: () => void) => router.subscribe(changed), [router]);
  const part = () => partOf(router.state);
  return useSyncExternalStore(watch, part, part);
}
