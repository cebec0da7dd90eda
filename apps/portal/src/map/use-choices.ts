import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate, useResolvedPath } from 'react-router';
import { choicesOf, choosing } from './choices';

interface Choose {
  /** In place of what was chosen; going back leads to that only where it is asked for. */
  (changed: URLSearchParams, options?: { replace: boolean }): void;
}

/** What is chosen in the blade that this is called in, as its address says it, and how that is changed: a link to it shows the same. */
export function useChoices(): [chosen: URLSearchParams, choose: Choose] {
  const { pathname } = useResolvedPath('.');
  const location = useLocation();
  const navigate = useNavigate();
  const search = useMemo(() => choicesOf(pathname, location), [pathname, location]);
  const chosen = useMemo(() => new URLSearchParams(search), [search]);
  const choose = useCallback<Choose>(
    (changed, { replace } = { replace: true }) => {
      const [to, state] = choosing(pathname, changed.size === 0 ? '' : `?${changed}`, location);
      void navigate(to, { replace, state });
    },
    [pathname, location, navigate],
  );
  return [chosen, choose];
}
