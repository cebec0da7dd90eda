import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { loadCode } from './api/load-code';
import { bladeRoute } from './blades/blade-route';
import type { BladeTitle } from './blades/blade-handle';
import { bladeIds, parentOf, rows, type BladeId } from './map/map';
import { own } from './api/own';
import { Home } from './shell/home';
import { Shell } from './shell/shell';
import { ShellFailure } from './shell/shell-failure';

const CODE = import.meta.glob<{ default: ComponentType }>('./features/**/*.blade.tsx');

function codeOf(id: BladeId) {
  const load = own(CODE, `./features/${rows[id].file}.blade.tsx`);
  if (load === undefined) throw new Error(`The blade ${id} has no code.`);
  return load;
}

function titleOf(id: BladeId): BladeTitle {
  const { title, named } = rows[id];
  return named === undefined ? title : (params) => own(params, named) ?? title;
}

/** The blades that open from one, or from none. */
const bladesIn = (parent: BladeId | null): RouteObject[] =>
  bladeIds
    .filter((id) => parentOf(id) === parent)
    .map((id) => bladeRoute({ ...rows[id], title: titleOf(id), load: codeOf(id), children: bladesIn(id) }));

/** The map of blades as the router wants it, and the two pages that are no blades. */
export const routes: RouteObject[] = [
  {
    path: '/',
    element: <Shell />,
    errorElement: <ShellFailure />,
    hydrateFallbackElement: <></>,
    children: [
      { index: true, element: <Home /> },
      {
        path: 'browse',
        element: <Home />,
        children: [{ index: true, lazy: async () => ({ Component: (await loadCode(() => import('./shell/browse'))).Browse }) }],
      },
      ...bladesIn(null),
    ],
  },
];
