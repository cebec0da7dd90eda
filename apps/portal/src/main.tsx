import { startTransition, type ReactNode } from 'react';
import { createRoot, hydrateRoot, type Root } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { prepareBladesOnIntent } from './blades/prepare-blades';
import { codeOf } from './blade-code';
import { readAhead } from './first-reads';
import { getLanguage, writePageIn } from './language/language';
import { showSeenList } from './kept/seen-list';
import { bladeAt } from './map/blade-at';
import { keepChoices } from './map/choices';
import type { BladeId } from './map/map';
import { queryClient } from './api/query-client';
import { tellFailures } from './notifications/tell-failures';
import { routesWith } from './routes';
import './session/portal-settings';
import { startSession } from './session/session';
import { repeatEarlyPress } from './shell/early-press';
import { followLinks } from './shell/follow-links';
import { keepPage } from './shell/keep-page';
import { PageFailure, SignInFailure } from './shell/failures';
import { markFocus } from './theme/mark-focus';
import { prepareProblems } from './ui/feedback/problem-bar';
import { framed, view } from './view';

/** Who goes back before the page is taken up is by then elsewhere than the server has written. */
function isWhereItWas(): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return loaded === undefined || new URL(loaded.name).pathname === window.location.pathname;
}

/** The page as the server has written it is taken up where it stands, if it is in the language the person has chosen. */
function show(root: HTMLElement, content: ReactNode, wasIn: string): Root {
  const isWritten = root.firstElementChild !== null && wasIn === getLanguage() && isWhereItWas();
  if (isWritten) writePageIn(wasIn);
  const options = {
    onUncaughtError(error: unknown) {
      reportError(error);
      window.stopKeepingEarlyPress();
      page.render(framed(<PageFailure error={error} />));
    },
  };
  const page: Root = isWritten ? hydrateRoot(root, content, options) : createRoot(root, options);
  if (!isWritten) page.render(content);
  return page;
}

declare global {
  interface Window {
    /** Asks for the code that the server has written links to, unless the page itself has done so since it was painted; settles once all of it is on its way. */
    askForBladeCode: () => Promise<void>;
  }
}

const nothing = () => {};

/** What comes next is a task of its own: a press is heard in between. */
const nextTask = () => new Promise<void>((resolve) => void setTimeout(resolve));

async function start(root: HTMLElement) {
  const wasIn = document.documentElement.lang;
  if (isWhereItWas()) showSeenList();
  await nextTask();
  keepPage();
  markFocus();
  const started = startSession();
  /** Blades know who is signed in. Where nobody is, the browser is leaving. */
  const known = started.catch(() => new Promise<never>(() => undefined));
  let setMounted = nothing;
  const mounted = new Promise<void>((resolve) => {
    setMounted = resolve;
  });
  const codeWhenKnown = (id: BladeId) => async () => {
    const [code] = await Promise.all([codeOf(id)(), known, mounted]);
    return code;
  };
  await nextTask();
  const newest = bladeAt(window.location.pathname);
  if (newest !== undefined) readAhead(newest.id, newest.names);
  // What is asked for here without being on its way already is asked for in one go.
  await Promise.all([nextTask(), window.askForBladeCode()]);
  // Fetches the code of the blades the address asks for while the session is being looked after.
  const router = keepChoices(createBrowserRouter(routesWith(codeWhenKnown, mounted)));
  await nextTask();
  // As a transition the page is made bit by bit.
  startTransition(() => {
    const page = show(root, view(router, setMounted), wasIn);
    started.catch((error: unknown) => {
      window.stopKeepingEarlyPress();
      page.render(framed(<SignInFailure error={error} />));
    });
  });
  tellFailures(queryClient.getMutationCache());
  void mounted.then(() => followLinks(router)).then(repeatEarlyPress);
  prepareBladesOnIntent((id) => void codeOf(id)().catch(nothing));
  for (const event of ['pointerover', 'keydown', 'touchstart'])
    document.addEventListener(event, prepareProblems, { once: true, passive: true });
}

const root = document.getElementById('root');
// Not awaited: chunks loaded on the way import this one, which would wait for them. A task of its own: running all that is imported is long enough.
if (root !== null && !window.isTooOld) setTimeout(() => void start(root));
