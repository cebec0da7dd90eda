import { useMemo } from 'react';
import { useMatches } from 'react-router';
import { useText } from '../i18n/use-text';
import { isBladeHandle } from './blade-handle';

export interface OpenBlade {
  pathname: string;
  title: string;
}

/** The stack of blades is the chain of matched routes. */
export function useOpenBlades(): OpenBlade[] {
  const matches = useMatches();
  const text = useText();
  return useMemo(() => {
    const open: OpenBlade[] = [];
    for (const { handle, pathname, params } of matches) {
      if (!isBladeHandle(handle)) continue;
      const { bladeTitle } = handle;
      const title = typeof bladeTitle === 'function' ? bladeTitle(params) : bladeTitle;
      open.push({ pathname, title: typeof title === 'string' ? title : text(title) });
    }
    return open;
  }, [matches, text]);
}
