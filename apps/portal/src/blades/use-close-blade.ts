import { useCallback } from 'react';
import { useNavigate } from 'react-router';

/** Closing a blade means going to the one it was opened from. */
export function useCloseBlade(): () => void {
  const navigate = useNavigate();
  return useCallback(() => void navigate('..'), [navigate]);
}
