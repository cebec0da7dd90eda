import { makeStyles } from '@fluentui/react-components';
import { useLayoutEffect } from 'react';
import { keepText } from '../kept/keep-text';

const HEIGHT = '--attention-height';
const KEPT = 'tresor.attention-height';

const useStyles = makeStyles({ place: { height: `var(${HEIGHT}, 0px)` } });

/** Where the portal begins at home the page itself has done so before its first paint. */
function recallHeight(): void {
  const { style } = document.documentElement;
  if (style.getPropertyValue(HEIGHT) !== '') return;
  const [width, height] = (localStorage.getItem(KEPT) ?? '').split(' ');
  if (Number(width) === window.innerWidth) style.setProperty(HEIGHT, `${height}px`);
}

/** The place of what has to be looked after while it is not known: as high as it last was in a window of this width. */
export function AttentionPlace() {
  const styles = useStyles();
  useLayoutEffect(recallHeight, []);
  return <div className={styles.place} />;
}

/** Remembers how high it is, for this page and the next. */
export function keepAttentionHeight(height: number): void {
  document.documentElement.style.setProperty(HEIGHT, `${height}px`);
  keepText(localStorage, KEPT, `${window.innerWidth} ${height}`);
}
