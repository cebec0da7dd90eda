import { useEffect, useState } from 'react';

/** Whether somebody points at what gets these handlers, is in it with the keyboard, or looks at another window. */
export function useHeld() {
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const [away, setAway] = useState(false);

  useEffect(() => {
    const leave = () => setAway(true);
    const come = () => setAway(false);
    window.addEventListener('blur', leave);
    window.addEventListener('focus', come);
    return () => {
      window.removeEventListener('blur', leave);
      window.removeEventListener('focus', come);
    };
  }, []);

  return {
    held: pointed || focused || away,
    handlers: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: () => setFocused(false),
    },
    /** What has the focus is about to be taken away, of which browsers tell nobody. */
    forgetFocus: () => setFocused(false),
  };
}
