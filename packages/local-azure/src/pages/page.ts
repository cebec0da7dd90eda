import { createHash } from 'node:crypto';
import type { HttpAnswer } from '../http/exchange';
import { html, Markup } from './markup';
import { style } from './style';

/** Each page carries its own style, and no other is let in. */
const STYLE = new Markup(`<style>${style}</style>`);
const STYLE_SOURCE = `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`;

interface PageOptions {
  status?: number;
  /** The origin that a form's answer may lead to. */
  formAction?: string;
}

/** A whole page. */
export function page(language: string, title: string, body: Markup, options: PageOptions = {}): HttpAnswer {
  const policy = [
    "default-src 'none'",
    STYLE_SOURCE,
    "script-src 'self'",
    `form-action 'self' ${options.formAction ?? ''}`.trim(),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  const document = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return {
    status: options.status ?? 200,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': policy.join('; '),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
    body: document.text,
  };
}

/** The one card of a page; `wide` where it holds a list with commands. */
export function card(
  organization: string,
  heading: string,
  content: Markup | readonly Markup[],
  width: 'narrow' | 'wide' = 'narrow',
): Markup {
  return html`<main class="card ${width}">
    <p class="organization"><span class="mark" aria-hidden="true"></span>${organization}</p>
    <h1>${heading}</h1>
    ${content}
  </main>`;
}
