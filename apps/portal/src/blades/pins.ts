import { createContext, useContext, useMemo } from 'react';
import { matchRoutes, type RouteObject } from 'react-router';
import { useText } from '../language/use-text';
import { storedList, type StoredList } from '../kept/stored-list';
import { useAccount } from '../session/use-account';
import { openBlades } from './use-open-blades';

/** The tree of blades, in which pinned paths are looked up. */
const Routes = createContext<RouteObject[]>([]);
export const RoutesProvider = Routes.Provider;

const lists = new Map<string, StoredList>();

/** The paths of the blades that the signed-in person has pinned to the home page. */
export function usePins(): StoredList {
  const { id } = useAccount();
  const pins = lists.get(id) ?? storedList(`tresor.pins.${id}`);
  lists.set(id, pins);
  return pins;
}

export interface PinnedBlade {
  pathname: string;
  title: string;
  /** Titles of the blades it opens from, outermost first. */
  from: readonly string[];
}

/** Oldest pin first. What no route leads to any more is left out. */
export function usePinned(): PinnedBlade[] {
  const routes = useContext(Routes);
  const pins = usePins();
  const text = useText();
  const paths = pins.use();
  return useMemo(() => {
    const pinned: PinnedBlade[] = [];
    for (const path of paths) {
      const matches = matchRoutes(routes, path) ?? [];
      const blades = openBlades(
        matches.map(({ route, pathname, params }) => ({ id: route.id ?? '', handle: route.handle, pathname, params })),
        text,
      );
      const blade = blades.pop();
      if (blade?.pinnable === true) pinned.push({ ...blade, from: blades.map(({ title }) => title) });
    }
    return pinned;
  }, [paths, routes, text]);
}
