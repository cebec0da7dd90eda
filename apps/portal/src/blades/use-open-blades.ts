import { useMemo } from 'react';
import { useMatches, type UIMatch } from 'react-router';
import type { Message } from '../language/messages';
import { useText } from '../language/use-text';
import { type BladeHandle, isBladeHandle } from './blade-handle';

export interface OpenBlade {
  /** The route that it stands on. */
  id: string;
  handle: BladeHandle;
  pathname: string;
  title: string;
  /** Can be pinned to the home page. */
  pinnable: boolean;
}

type Match = Pick<UIMatch, 'id' | 'handle' | 'pathname' | 'params'>;

/** The stack of blades is the chain of matched routes. */
function openBlades(matches: readonly Match[], text: (message: Message) => string): OpenBlade[] {
  const open: OpenBlade[] = [];
  for (const { id, handle, pathname, params } of matches) {
    if (!isBladeHandle(handle)) continue;
    const { bladeTitle, pinnable } = handle;
    const title = typeof bladeTitle === 'function' ? bladeTitle(params) : bladeTitle;
    open.push({ id, handle, pathname, title: typeof title === 'string' ? title : text(title), pinnable });
  }
  return open;
}

export function useOpenBlades(): OpenBlade[] {
  const matches = useMatches();
  const text = useText();
  return useMemo(() => openBlades(matches, text), [matches, text]);
}
