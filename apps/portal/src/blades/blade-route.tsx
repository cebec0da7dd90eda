import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { BladeFailure } from './blade-failure';
import type { BladeHandle, BladeTitle } from './blade-handle';

interface BladeRoute {
  path: string;
  title: BladeTitle;
  load: () => Promise<{ default: ComponentType }>;
  children?: RouteObject[];
}

/** One blade of the tree. Its code is fetched when it is first opened; what goes wrong in it stays in it. */
export const bladeRoute = ({ path, title, load, children }: BladeRoute): RouteObject => ({
  path,
  handle: { bladeTitle: title } satisfies BladeHandle,
  lazy: async () => ({ Component: (await load()).default }),
  errorElement: <BladeFailure />,
  ...(children !== undefined && { children }),
});
