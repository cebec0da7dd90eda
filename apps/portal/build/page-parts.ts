import type { Plugin } from 'vite';

const PARTS = [
  ['<html lang="en"', '<html lang="__LANGUAGE__" data-theme="__THEME__"'],
  ['<title>Tresor</title>', '<title>__TITLE__</title>'],
  ['</head>', '__SCRIPTS__</head>'],
  ['<div id="root">', '<div id="root">__PAGE__'],
] as const;

/** Marks the places in the page that the server fills: with a page of sources they stand as they are. */
export function pageParts(): Plugin {
  return {
    name: 'tresor:page-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        for (const [part] of PARTS) if (!page.includes(part)) throw new Error(`The page has no ${part}.`);
        return PARTS.reduce((text, [part, marked]) => text.replace(part, marked), page);
      },
    },
  };
}
