import { createContext, useContext, useMemo } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { useText } from '../language/use-text';
import type { StoredList } from '../kept/stored-list';
import { openBlades } from './use-open-blades';

export interface Dashboard {
  /** The tree of blades, in which pinned paths are looked up. */
  routes: RouteObject[];
  /** The paths of the blades that the signed-in person has pinned to the home page. */
  pins: StoredList;
}

const DashboardContext = createContext<Dashboard | undefined>(undefined);
export const DashboardProvider = DashboardContext.Provider;

function useDashboard(): Dashboard {
  const dashboard = useContext(DashboardContext);
  if (dashboard === undefined) throw new Error('The portal has a DashboardProvider.');
  return dashboard;
}

export const usePins = (): StoredList => useDashboard().pins;

export interface PinnedBlade {
  pathname: string;
  title: string;
  /** Titles of the blades it opens from, outermost first. */
  from: readonly string[];
}

/** Oldest pin first. What no route leads to any more is left out. */
export function usePinned(): PinnedBlade[] {
  const { routes, pins } = useDashboard();
  const text = useText();
  const paths = pins.use();
  return useMemo(() => {
    const pinned: PinnedBlade[] = [];
    for (const path of paths) {
      const matches = matchRoutes(routes, path) ?? [];
      const blades = openBlades(
        matches.map(({ route, pathname, params }) => ({ handle: route.handle, pathname, params })),
        text,
      );
      const blade = blades.pop();
      if (blade?.pinnable === true) pinned.push({ ...blade, from: blades.map(({ title }) => title) });
    }
    return pinned;
  }, [paths, routes, text]);
}
