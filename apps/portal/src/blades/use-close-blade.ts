import { useCallback } from 'react';
import { useNavigate, useResolvedPath } from 'react-router';
import { afterPaint } from '../ui/after-paint';

/** Goes back to a blade that stands. Taking the others apart takes longer than a click may: the answer to it is on the screen before. */
export function useReturn(): (to: string) => void {
  const navigate = useNavigate();
  return useCallback((to) => void afterPaint(() => void navigate(to)), [navigate]);
}

/** Closing a blade means going to the one it was opened from. */
export function useCloseBlade(): () => void {
  const goBack = useReturn();
  const { pathname } = useResolvedPath('..');
  return useCallback(() => goBack(pathname), [goBack, pathname]);
}
