import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode, useEffect, useRef, useState, type RefObject } from 'react';

/** How far below the window something counts as in sight, so that it is there when it comes. */
const AHEAD = '200px';

/** Whether an element was in sight once: what is asked for and loaded for it waits for that. */
function useInSight<E extends Element>(): { ref: RefObject<E | null>; isSeen: boolean } {
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

const useStyles = makeStyles({
  // What comes when it is in sight does not push away what stands below: a picture is about so high.
  place: { minHeight: '160px' },
  title: { margin: '20px 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: 400 },
});

interface PictureProps {
  title: string;
  /** Of the heading. */
  level: 2 | 3;
  /** A line says it all. */
  isLow?: boolean;
  /** Made once the picture comes into sight. */
  children: () => ReactNode;
}

/** A picture with its heading; what it shows is asked for and loaded when it comes into sight. */
export function Picture({ title, level, isLow = false, children }: PictureProps) {
  const styles = useStyles();
  const id = useId();
  const { ref, isSeen } = useInSight<HTMLElement>();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section ref={ref} className={isLow ? undefined : styles.place} aria-labelledby={id}>
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      {isSeen && children()}
    </section>
  );
}
