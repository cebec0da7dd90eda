import type { Plugin } from 'vite';

const PARTS = [
  ['<html lang="en"', '<html lang="__LANGUAGE__" data-theme="__THEME__"'],
  ['<title>Tresor</title>', '<title>__TITLE__</title>'],
  ['</head>', '__SCRIPTS__</head>'],
  ['<div id="root">', '<div id="root">__PAGE__'],
] as const;

const ENTRY = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
const STYLES = /<link rel="stylesheet"[^>]*>\s*/;

/** The portal's code runs once the whole page has been painted; one that nobody looks at is not painted. */
const afterFirstPaint = (entry: string) => `<script>
      {
        const run = () => import('${entry}');
        const start = () => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', run) : run());
        if (document.hidden) start();
        else requestAnimationFrame(() => setTimeout(start));
      }
    </script>`;

/** The entry is fetched at once and run later. Style sheets stand behind all scripts: one behind a style sheet waits for it, and the page for both. */
function runLater(page: string): string {
  const [element, entry] = ENTRY.exec(page) ?? [];
  const [styles] = STYLES.exec(page) ?? [];
  if (element === undefined || entry === undefined || styles === undefined) throw new Error('The page has no entry or no style sheet.');
  return page
    .replace(styles, '')
    .replace(element, `${afterFirstPaint(entry)}\n    ${styles}<link rel="modulepreload" crossorigin href="${entry}">`);
}

/** Marks the places in the page that the server fills: with a page of sources they stand as they are. */
export function pageParts(): Plugin {
  return {
    name: 'tresor:page-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        for (const [part] of PARTS) if (!page.includes(part)) throw new Error(`The page has no ${part}.`);
        return PARTS.reduce((text, [part, marked]) => text.replace(part, marked), runLater(page));
      },
    },
  };
}
