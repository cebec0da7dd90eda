import type { HttpAnswer } from '../http/exchange';
import { html } from '../pages/markup';
import { page } from '../pages/page';

/** Where and how an application wants its answer. */
export interface Reply {
  redirectUri: string;
  mode: 'fragment' | 'query' | 'form_post';
  state: string | null;
}

/** What the page of a form does by itself. */
export const formPostScript = (): HttpAnswer => ({
  status: 200,
  headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=3600', 'X-Content-Type-Options': 'nosniff' },
  body: 'document.forms[0].submit();\n',
});

function formPost(redirectUri: string, fields: URLSearchParams): HttpAnswer {
  const inputs = [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`);
  const body = html`<form method="post" action="${redirectUri}">${inputs}<button class="plain">→</button></form>
    <script src="form-post.js"></script>`;
  return page('en', 'Local Azure', body, { formAction: new URL(redirectUri).origin });
}

/** Sends the browser back to the application. */
export function answerApplication(reply: Reply, values: Record<string, string>, headers: HttpAnswer['headers'] = {}): HttpAnswer {
  const fields = new URLSearchParams(values);
  if (reply.state !== null) fields.set('state', reply.state);
  if (reply.mode === 'form_post') {
    const answer = formPost(reply.redirectUri, fields);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  }
  const location = `${reply.redirectUri}${reply.mode === 'query' ? '?' : '#'}${fields.toString()}`;
  return { status: 302, headers: { Location: location, 'Cache-Control': 'no-store', ...headers } };
}
