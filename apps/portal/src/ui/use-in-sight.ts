import { useEffect, useRef, useState, type RefObject } from 'react';

/** How far below the window something counts as in sight, so that it is there when it comes. */
const AHEAD = '200px';

/** Whether an element was in sight once: what is asked for and loaded for it waits for that. */
export function useInSight<E extends Element>(): { ref: RefObject<E | null>; isSeen: boolean } {
  const ref = useRef<E>(null);
  const [isSeen, setSeen] = useState(false);
  useEffect(() => {
    const element = ref.current;
    if (element === null || isSeen) return undefined;
    const observer = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && setSeen(true), {
      rootMargin: AHEAD,
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [isSeen]);
  return { ref, isSeen };
}
