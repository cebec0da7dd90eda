import { html } from './markup';
import type { Markup } from './markup';

/** The one card of a page; `wide` where it holds a list with commands. */
export function card(
  organisation: string,
  heading: string,
  content: Markup | readonly Markup[],
  width: 'narrow' | 'wide' = 'narrow',
): Markup {
  return html`<main class="card ${width}">
    <p class="organisation"><span class="mark" aria-hidden="true"></span>${organisation}</p>
    <h1>${heading}</h1>
    ${content}
  </main>`;
}
