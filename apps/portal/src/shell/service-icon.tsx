import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ icon: { flexShrink: 0 } });

const ICONS = {
  plus: <path d="M8 2v12M2 8h12" stroke="#8bc400" strokeWidth="2" fill="none" />,
  cube: (
    <>
      <path d="M3 2H1v12h2M13 2h2v12h-2" stroke="#9aa0a5" fill="none" />
      <path d="M8 4l4 2v4.5L8 13l-4-2.5V6z" fill="#59b4d9" />
      <path d="M8 8.2V13l4-2.5V6z" fill="#2e86ab" />
    </>
  ),
  grid: (
    <path
      d="M2 2h3.4v3.4H2zM6.3 2h3.4v3.4H6.3zM10.6 2H14v3.4h-3.4zM2 6.3h3.4v3.4H2zM6.3 6.3h3.4v3.4H6.3zM10.6 6.3H14v3.4h-3.4zM2 10.6h3.4V14H2zM6.3 10.6h3.4V14H6.3zM10.6 10.6H14V14h-3.4z"
      fill="#8bc400"
    />
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" fill="#ffffff" stroke="#59b4d9" strokeWidth="1.6" />
      <path d="M8 4.4V8l2.4 1.6" stroke="#3a3f44" fill="none" />
    </>
  ),
  globe: (
    <>
      <circle cx="8" cy="8" r="6" fill="#59b4d9" />
      <path d="M2 8h12M8 2c-3 3.4-3 8.6 0 12M8 2c3 3.4 3 8.6 0 12" stroke="#ffffff" fill="none" />
    </>
  ),
  machine: (
    <>
      <rect x="1.5" y="2.5" width="13" height="8.5" fill="#59b4d9" />
      <path d="M6 11h4v2.5H6zM4.5 13.5h7" stroke="#c8ccd0" fill="#c8ccd0" />
      <path d="M8 4l2.5 1.3v2.5L8 9 5.5 7.8V5.3z" fill="#ffffff" />
    </>
  ),
  database: (
    <>
      <path d="M3 3.5v9c0 1 2.2 1.8 5 1.8s5-.8 5-1.8v-9z" fill="#0072c6" />
      <ellipse cx="8" cy="3.5" rx="5" ry="1.9" fill="#bfe3f5" />
    </>
  ),
  gears: (
    <>
      <path d="M4 12.5a3 3 0 0 1 .2-6A4 4 0 0 1 12 6.2a3.2 3.2 0 0 1 .3 6.3z" fill="#59b4d9" />
      <circle cx="8" cy="9.3" r="2" fill="none" stroke="#ffffff" strokeWidth="1.3" strokeDasharray="1.2 .7" />
    </>
  ),
  key: (
    <>
      <circle cx="8" cy="5" r="3.3" fill="#fcd116" />
      <circle cx="8" cy="4" r="1" fill="#7a6200" />
      <path d="M7 8h2v6.5H7zM9 10h1.8v1.5H9z" fill="#fcd116" />
    </>
  ),
  vault: (
    <>
      <path d="M5 8.5a2.4 2.4 0 0 1 .2-4.7 3.4 3.4 0 0 1 6.4.6 2.4 2.4 0 0 1 .6 4.6z" fill="#59b4d9" />
      <path d="M3.5 14a2.6 2.6 0 0 1 .1-5.2 3.6 3.6 0 0 1 7-.2 2.8 2.8 0 0 1 .4 5.4z" fill="#0072c6" />
    </>
  ),
  item: (
    <>
      <path d="M1.5 2.5h13V11h-13z" fill="#59b4d9" />
      <path d="M6 11h4v2.5H6zM4.5 13.5h7" stroke="#c8ccd0" fill="#c8ccd0" />
      <path d="M5.2 6.6l2 2 3.6-3.8" stroke="#ffffff" strokeWidth="1.6" fill="none" />
    </>
  ),
  restore: (
    <>
      <path d="M3 8.6a5.2 5.2 0 1 0 1.8-4.4M8.4 5.4v3l2 1.4" stroke="#59b4d9" strokeWidth="1.6" fill="none" />
      <path d="M2.2 1.8l.5 4.6 4.3-1.6z" fill="#59b4d9" />
    </>
  ),
  list: (
    <>
      <path d="M2.5 1.5h11v13h-11z" fill="#59b4d9" />
      <path d="M5 5h6M5 8h6M5 11h4" stroke="#ffffff" strokeWidth="1.3" />
    </>
  ),
  checks: (
    <>
      <path d="M1.5 4.4L3.2 6 6 2.8M1.5 10.9l1.7 1.6L6 9.3" stroke="#8bc400" strokeWidth="1.7" fill="none" />
      <path d="M8 4.5h6.5M8 11h6.5" stroke="#9aa0a5" strokeWidth="1.7" />
    </>
  ),
  shield: (
    <>
      <path d="M8 1.2l5.6 2v4.2c0 3.3-2.3 5.9-5.6 7.4-3.3-1.5-5.6-4.1-5.6-7.4V3.2z" fill="#fcd116" />
      <path d="M5.3 7.8l2 2 3.4-3.8" stroke="#7a6200" strokeWidth="1.5" fill="none" />
    </>
  ),
  padlock: (
    <>
      <path d="M5 7.5V5a3 3 0 0 1 6 0v2.5" stroke="#9aa0a5" strokeWidth="1.6" fill="none" />
      <path d="M2.8 7h10.4v7.5H2.8z" fill="#59b4d9" />
      <path d="M8 9.4v2.6" stroke="#ffffff" strokeWidth="1.6" />
    </>
  ),
  bell: <path d="M8 1.8a4 4 0 0 1 4 4V9l1.6 2.4H2.4L4 9V5.8a4 4 0 0 1 4-4zM6.3 12.6h3.4a1.7 1.7 0 0 1-3.4 0z" fill="#fcd116" />,
  question: (
    <>
      <circle cx="8" cy="8" r="6.4" fill="#59b4d9" />
      <path d="M5.9 6.3a2.1 2.1 0 1 1 3 1.9c-.7.3-.9.7-.9 1.3M8 10.9v1.4" stroke="#ffffff" strokeWidth="1.4" fill="none" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICONS;

export function ServiceIcon({ name }: { name: IconName }) {
  const styles = useStyles();
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" className={styles.icon} aria-hidden focusable="false">
      {ICONS[name]}
    </svg>
  );
}
