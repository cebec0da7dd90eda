import { minifySync, type Plugin } from 'vite';

const PARTS = [
  ['<html lang="en"', '<html lang="__LANGUAGE__" data-theme="__THEME__"'],
  ['<title>Tresor</title>', '<title>__TITLE__</title>'],
  ['</head>', '__STYLES__</head>'],
  ['<template id="blade-code">', '<template id="blade-code">__SCRIPTS__'],
  ['<div id="root">', '<div id="root">__PAGE__'],
] as const;

/** What the build has put into the head and the first paint need not wait for: the style sheet, and code. */
const LATER = /[ \t]*<(?:link rel="(?:stylesheet|modulepreload)"|script type="module") [^>]*>(?:<\/script>)?\n?/g;

/** Each request before the first paint makes it later; the first file of code asks for this one. */
const ASKED_FOR_LATER = /[ \t]*<script [^>]*\/rolldown-runtime-[^>]*><\/script>\n?/;

const SAID = /[ \t]*<!--.*?-->\n?/gs;
const SCRIPT = /(?<=<script(?: nonce="[^"]*")?>).*?(?=<\/script>)/gs;

/** Without what the page says to those who write it: it is sent with every page. The words stay those that old browsers know. */
const withoutComments = (page: string) =>
  page
    .replace(SAID, '')
    .replace(SCRIPT, (script) => minifySync('page.js', script, { compress: false, mangle: false, codegen: false }).code);

/** Marks the places in the page that are filled later; with a page of sources they stand as they are. What need not come first goes to its end. */
export function pageParts(): Plugin {
  return {
    name: 'tresor:page-parts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(page) {
        for (const [part] of PARTS) if (!page.includes(part)) throw new Error(`The page has no ${part}.`);
        const later = (page.match(LATER)?.join('') ?? '')
          .replace(ASKED_FOR_LATER, '')
          .replaceAll(' crossorigin ', ' crossorigin="__CREDENTIALS__" ');
        const ordered = withoutComments(page.replace(LATER, '')).replace('</body>', () => `${later}</body>`);
        return PARTS.reduce((text, [part, marked]) => text.replace(part, marked), ordered);
      },
    },
  };
}
