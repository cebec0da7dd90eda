import type { HttpAnswer, HttpRequest } from '../http/exchange';
import { tenant, users } from '../world/directory/directory';
import type { User } from '../world/directory/directory';
import type { World } from '../world/world';
import { languageOf } from '../pages/language';
import type { Language } from '../pages/language';
import { html } from '../pages/markup';
import type { Markup } from '../pages/markup';
import { card, page } from '../pages/page';
import { signedIn } from './sessions';

const texts = {
  de: {
    title: 'Anmelden',
    heading: 'Konto auswählen',
    proof: 'Bestätigen, dass Sie es sind',
    proofExplanation: 'Azure verlangt mehr als ein Kennwort (MFA). In Local Azure genügt der Klick auf Ihr Konto.',
    explanation: 'Dies ist Local Azure auf Ihrem Computer. Die Konten sind erfunden, ein Kennwort gibt es nicht.',
    guest: 'Gast',
    signedIn: 'Angemeldet',
    cancel: 'Abbrechen',
    failed: 'Die Anmeldung ist nicht möglich',
    signedOutTitle: 'Abgemeldet',
    signedOut: 'Sie sind abgemeldet. Sie können dieses Fenster schließen.',
    code: 'Code, den das Programm zeigt',
    unknownCode: 'Mit diesem Code wartet kein Programm. Vielleicht ist er abgelaufen.',
    done: 'Sie sind im Programm angemeldet. Sie können dieses Fenster schließen.',
    declined: 'Sie haben die Anmeldung abgelehnt. Sie können dieses Fenster schließen.',
  },
  en: {
    title: 'Sign in',
    heading: 'Pick an account',
    proof: 'Confirm that it is you',
    proofExplanation: 'Azure asks for more than a password (MFA). In Local Azure a click on your account will do.',
    explanation: 'This is Local Azure on your computer. The accounts are made up, and there is no password.',
    guest: 'Guest',
    signedIn: 'Signed in',
    cancel: 'Cancel',
    failed: 'You cannot be signed in',
    signedOutTitle: 'Signed out',
    signedOut: 'You are signed out. You can close this window.',
    code: 'Code shown by the program',
    unknownCode: 'No program waits with this code. It may have expired.',
    done: 'You are signed in to the program. You can close this window.',
    declined: 'You declined to sign in. You can close this window.',
  },
} as const satisfies Record<Language, Record<string, string>>;

function badge(text: string): Markup {
  return html` <span class="badge">${text}</span>`;
}

/** A person to be chosen: a button `username` of the form around it. */
export function account(user: User, language: Language, isSignedIn: boolean, isHinted: boolean): Markup {
  const words = texts[language];
  const badges = [...(user.userType === 'Guest' ? [badge(words.guest)] : []), ...(isSignedIn ? [badge(words.signedIn)] : [])];
  const initials = `${user.givenName.slice(0, 1)}${user.surname.slice(0, 1)}`;
  return html`<li>
    <button class="account" name="username" value="${user.username}" ${isHinted ? html` autofocus` : ''}>
      <span class="initials" aria-hidden="true">${initials}</span>
      <span class="person"
        ><span class="name">${user.displayName}${badges}</span>
        <span class="username">${user.username}</span>
        <span class="does">${user.does[language]}</span></span
      >
    </button>
  </li>`;
}

/** The page on which a person says who he is, `proves`: once more, and more thoroughly. */
export function signInPage(world: World, request: HttpRequest, hint: string | undefined, proves: boolean): HttpAnswer {
  const language = languageOf(request);
  const words = texts[language];
  const known = new Set(signedIn(world, request).users.map((user) => user.objectId));
  const accounts = users(world)
    .list()
    .map((user) => account(user, language, known.has(user.objectId), user.username.toLowerCase() === hint?.toLowerCase()));
  const content = html`<p class="explanation">${proves ? words.proofExplanation : words.explanation}</p>
    <form method="post">
      <ul>
        ${accounts}
      </ul>
      <button class="plain" name="cancel" value="1">${words.cancel}</button>
    </form>`;
  const redirect = new URL(request.query.get('redirect_uri') ?? request.origin);
  return page(
    language,
    `${words.title} – Local Azure`,
    card(tenant(world)?.displayName ?? '', proves ? words.proof : words.heading, content),
    {
      formAction: redirect.origin,
    },
  );
}

/** The page on which a person enters the code that a program shows, and says who he is. */
export function deviceCodePage(world: World, request: HttpRequest, outcome?: 'unknownCode' | 'done' | 'declined'): HttpAnswer {
  const language = languageOf(request);
  const words = texts[language];
  const organization = tenant(world)?.displayName ?? '';
  if (outcome === 'done' || outcome === 'declined') {
    return page(language, words.title, card(organization, words.title, html`<p role="status">${words[outcome]}</p>`));
  }
  const accounts = users(world)
    .list()
    .map((user) => account(user, language, false, false));
  const content = html`<form method="post">
    ${outcome ? html`<p role="alert">${words[outcome]}</p>` : ''}
    <label for="code">${words.code}</label>
    <input id="code" name="user_code" required autofocus autocomplete="off" spellcheck="false" />
    <p class="explanation">${words.explanation}</p>
    <ul>
      ${accounts}
    </ul>
    <button class="plain" name="cancel" value="1">${words.cancel}</button>
  </form>`;
  return page(language, `${words.title} – Local Azure`, card(organization, words.heading, content), { status: outcome ? 400 : 200 });
}

/** What an application did wrong, told to the person: its redirect URI cannot be trusted. */
export function errorPage(request: HttpRequest, message: string): HttpAnswer {
  const language = languageOf(request);
  const words = texts[language];
  return page(language, words.failed, card('Local Azure', words.failed, html`<p role="alert">${message}</p>`), { status: 400 });
}

/** What is shown after a sign-out that leads nowhere else. */
export function signedOutPage(request: HttpRequest): HttpAnswer {
  const language = languageOf(request);
  const words = texts[language];
  return page(language, words.signedOutTitle, card('Local Azure', words.signedOutTitle, html`<p>${words.signedOut}</p>`));
}
