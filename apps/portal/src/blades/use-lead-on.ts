import { useCallback, useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';

/** Leads on from a blade once an answer has come. Anyone who has left it meanwhile stays where they went, and may be told instead. */
export function useLeadOn(): (to: string, tell?: () => void) => void | Promise<void> {
  const navigate = useNavigate();
  const isOpen = useRef(false);
  useEffect(() => {
    isOpen.current = true;
    return () => {
      isOpen.current = false;
    };
  }, []);
  return useCallback((to, tell) => (isOpen.current ? navigate(to) : tell?.()), [navigate]);
}
