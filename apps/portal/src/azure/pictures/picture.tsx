import { makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useInSight } from '../../ui/use-in-sight';

const useStyles = makeStyles({
  // What comes when it is in sight does not push away what stands below: a picture is about so high.
  place: { minHeight: '160px' },
  title: { margin: '20px 0 8px', fontSize: tokens.fontSizeBase300, fontWeight: 400 },
});

interface PictureProps {
  title: string;
  /** Of the heading. */
  level: 2 | 3;
  /** Made once the picture comes into sight. */
  children: () => ReactNode;
}

/** A picture with its heading; what it shows is asked for and loaded when it comes into sight. */
export function Picture({ title, level, children }: PictureProps) {
  const styles = useStyles();
  const id = useId();
  const { ref, isSeen } = useInSight<HTMLElement>();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section ref={ref} className={styles.place} aria-labelledby={id}>
      <Heading id={id} className={styles.title}>
        {title}
      </Heading>
      {isSeen && children()}
    </section>
  );
}
