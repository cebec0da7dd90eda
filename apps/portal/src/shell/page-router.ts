import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { createMemoryRouter } from 'react-router';

export type Router = ReturnType<typeof createMemoryRouter>;
type RouterState = Router['state'];

/** The router, and where it was when the page was written. */
interface Place {
  router: Router;
  written: RouterState;
}

const PageRouter = createContext<Place | null>(null);
export const RouterOfPage = PageRouter.Provider;

/** Of where the page is, what stands around the blades needs: the router itself draws the blades alone. */
export function useRouterState<Part>(partOf: (state: RouterState) => Part): Part {
  const place = useContext(PageRouter);
  if (place === null) throw new Error('Nothing stands around the blades without the router.');
  const { router, written } = place;
  const watch = useCallback((changed: () => void) => router.subscribe(changed), [router]);
  return useSyncExternalStore(
    watch,
    () => partOf(router.state),
    () => partOf(written),
  );
}
