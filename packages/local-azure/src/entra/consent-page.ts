import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { isForeign } from '../pages/foreign';
import { languageOf } from '../pages/language';
import type { Language } from '../pages/language';
import { html } from '../pages/markup';
import { card, page } from '../pages/page';
import { giveConsent, hasConsent, withdrawConsent } from '../world/directory/consent';
import { findUser, tenant, users } from '../world/directory/directory';
import type { Application } from '../world/directory/directory';
import { requireClient } from './clients';
import type { Entra } from './entra';
import { OAuthError } from './oauth-error';
import { account, errorPage } from './sign-in-page';

const texts = {
  de: {
    title: 'Zustimmung des Administrators',
    given: 'darf in Ihrer Organisation für jeden, der sich anmeldet, auf Azure zugreifen.',
    missing: 'darf in Ihrer Organisation für niemanden auf Azure zugreifen: Die Zustimmung eines Administrators fehlt.',
    give: 'Zustimmen als',
    withdraw: 'Zustimmung zurückziehen als',
    refused: 'Das darf nur ein globaler Administrator.',
  },
  en: {
    title: 'Administrator consent',
    given: 'may access Azure for everyone in your organization who signs in.',
    missing: 'may access Azure for no one in your organization: an administrator has not consented.',
    give: 'Consent as',
    withdraw: 'Withdraw consent as',
    refused: 'Only a global administrator may do this.',
  },
} as const satisfies Record<Language, Record<string, string>>;

function consentPage({ world }: Entra, request: HttpRequest, client: Application, refused = false): HttpAnswer {
  const language = languageOf(request);
  const words = texts[language];
  const given = hasConsent(world, client);
  const accounts = users(world)
    .list()
    .map((user) => account(user, language, false, false));
  const content = html`<p role="status"><strong>${client.displayName}</strong> ${given ? words.given : words.missing}</p>
    ${refused ? html`<p role="alert">${words.refused}</p>` : ''}
    <form method="post">
      <input type="hidden" name="consent" value="${given ? 'withdraw' : 'give'}" />
      <h2 class="question">${given ? words.withdraw : words.give}</h2>
      <ul>
        ${accounts}
      </ul>
    </form>`;
  return page(language, `${words.title} – Local Azure`, card(tenant(world)?.displayName ?? '', words.title, content), {
    status: refused ? 403 : 200,
  });
}

function decided(entra: Entra, request: HttpRequest, client: Application): HttpAnswer {
  const form = new URLSearchParams(request.body);
  const user = findUser(entra.world, form.get('username') ?? '');
  if (user?.directoryRole !== 'Global Administrator') return consentPage(entra, request, client, user !== undefined);
  entra.world.write(() => {
    if (form.get('consent') === 'give') giveConsent(entra.world, client.appId);
    else withdrawConsent(entra.world, client.appId, user.objectId);
  });
  return consentPage(entra, request, client);
}

/** GET and POST /{tenant}/adminconsent: where an administrator consents for everybody, and, as in Entra's admin center, withdraws it. */
export function adminConsent(entra: Entra, request: HttpRequest): HttpAnswer {
  try {
    const client = requireClient(entra.world, request.query.get('client_id'));
    return request.method === 'POST' && !isForeign(request) ? decided(entra, request, client) : consentPage(entra, request, client);
  } catch (error) {
    if (error instanceof OAuthError) return errorPage(request, error.message);
    throw error;
  }
}
