import { matchPath, parsePath, type DataRouter, type Location, type Path, type RouterNavigateOptions, type To } from 'react-router';
import { own } from '../api/own';
import { placeOf } from './blade-at';
import { bladeIds, patternOf, rows } from './map';

/*
 * What is chosen in a list stands in its address, after the question mark. There is room for the choices of the newest blade alone: those
 * of the blades behind it go along beside the address, in the state of its entry in the browser’s history.
 */

/** What is chosen, as an address says it, by the place of the blade. */
type Choices = Readonly<Record<string, string>>;

const sharing = bladeIds.filter((id) => rows[id].sharesChoices === true);

/** Where the choices are made that hold at an address: in the blade it opens, or in the one that opens from. */
function chooserAt(pathname: string): string {
  const place = placeOf(pathname);
  const id = sharing.find((one) => matchPath(patternOf(one), place) !== null);
  return id === undefined ? place : place.split('/').slice(0, -rows[id].path.split('/').length).join('/');
}

const isInside = (place: string, outer: string) => place === outer || place.startsWith(`${outer}/`);

function keptIn(state: unknown): Choices {
  const kept: object = typeof state === 'object' && state !== null && 'choices' in state ? Object(state.choices) : {};
  return Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** What is chosen in the blades that are open. */
function allChoices({ pathname, search, state }: Location<unknown>): Choices {
  const here = chooserAt(pathname);
  const behind = Object.entries(keptIn(state)).filter(([place]) => isInside(here, place));
  return { ...Object.fromEntries(behind), [here]: search };
}

/** What is chosen in one of the blades that are open. */
export const choicesOf = (pathname: string, from: Location<unknown>): string => own(allChoices(from), chooserAt(pathname)) ?? '';

/** Where it leads to choose otherwise in one of the blades that are open, and what goes along. */
export function choosing(pathname: string, search: string, { pathname: here, search: chosen, hash }: Path): [to: To, state: unknown] {
  const chooser = chooserAt(pathname);
  const isNewest = chooser === chooserAt(here);
  return [{ pathname: here, search: isNewest ? search : chosen, hash }, isNewest ? null : { choices: { [chooser]: search } }];
}

/** Anyone who goes back to a blade that stands behind finds it as it was, unless the way there says how it is to be. */
function asItWas(to: To, from: Location<unknown>): To {
  const path = typeof to === 'string' ? parsePath(to) : to;
  const { pathname = '', search = '' } = path;
  const [there, here] = [placeOf(pathname), placeOf(from.pathname)];
  return search === '' && there !== here && isInside(here, there) ? { ...path, search: choicesOf(pathname, from) } : to;
}

/** The router, taking what is chosen in the blades that are open along on every way that it goes. */
export function keepChoices<Router extends DataRouter>(router: Router): Router {
  const keeping: Router = Object.create(router);
  keeping.navigate = (to: number | To | null, options: RouterNavigateOptions = {}) => {
    if (typeof to === 'number') return router.navigate(to);
    const { location } = router.state;
    const state = { choices: { ...allChoices(location), ...keptIn(options.state) } };
    return router.navigate(to === null ? null : asItWas(to, location), { ...options, state });
  };
  return keeping;
}
