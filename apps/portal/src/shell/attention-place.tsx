import { makeStyles } from '@fluentui/react-components';

const useStyles = makeStyles({ place: { height: 'var(--attention-height, 0px)' } });

/** The place of what has to be looked after while it is not known: as high as it last was in a window of this width. The page itself sets that. */
export function AttentionPlace() {
  const styles = useStyles();
  return <div className={styles.place} />;
}

/** Remembers how high it is, for this page and the next. */
export function keepAttentionHeight(height: number): void {
  document.documentElement.style.setProperty('--attention-height', `${height}px`);
  localStorage.setItem('tresor.attention-height', `${window.innerWidth} ${height}`);
}
