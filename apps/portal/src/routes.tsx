import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { loadCode } from './api/load-code';
import { bladeRoute } from './blades/blade-route';
import { BladeStack } from './blades/blade-stack';
import { bladeIds, parentOf, rows, titleOf, type BladeId } from './map/map';
import { Home } from './shell/home';
import { BladesFailure } from './shell/failures';

/** Fetches the code of a blade. */
export type LoadBlade = () => Promise<{ default: ComponentType }>;

/** The map of blades as the router wants it, and the two pages that are no blades; `mounted` settles once the page may change. */
export function routesWith(codeOf: (id: BladeId) => LoadBlade, mounted: Promise<void>): RouteObject[] {
  const opening = new Map<BladeId | null, BladeId[]>();
  for (const id of bladeIds) {
    const beside = opening.get(parentOf(id));
    if (beside === undefined) opening.set(parentOf(id), [id]);
    else beside.push(id);
  }
  /** The blades that open from one, or from none. */
  const bladesIn = (parent: BladeId | null): RouteObject[] =>
    (opening.get(parent) ?? []).map((id) =>
      bladeRoute({ ...rows[id], id, title: (names) => titleOf(id, names), load: codeOf(id), children: bladesIn(id) }),
    );

  return [
    {
      path: '/',
      element: <BladeStack />,
      errorElement: <BladesFailure />,
      children: [
        { index: true, element: <Home /> },
        {
          path: 'browse',
          element: <Home />,
          children: [
            {
              index: true,
              hydrateFallbackElement: <></>,
              lazy: async () => {
                const [{ Browse }] = await Promise.all([loadCode(() => import('./shell/browse')), mounted]);
                return { Component: Browse };
              },
            },
          ],
        },
        ...bladesIn(null),
      ],
    },
  ];
}
