import { themeChoice } from '../kept/theme-choice';
import { getLanguage, languageChoice } from '../language/language';

const YEAR_S = 31_536_000;

/** The server writes the next page as this one is. */
function setCookie(name: string, value: string) {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
}

/** For the same value again, too, the browser would work out how all of the page looks. */
function mark(attribute: string, value: string) {
  if (document.documentElement.getAttribute(attribute) !== value) document.documentElement.setAttribute(attribute, value);
}

function keepLanguage() {
  mark('lang', getLanguage());
  setCookie('tresor-language', getLanguage());
}

function keepTheme() {
  mark('data-theme', themeChoice.get());
  setCookie('tresor-theme', themeChoice.get());
}

/** Language and theme of the page are what the person has chosen, whenever and in whichever tab that was. */
export function keepPage(): void {
  keepLanguage();
  keepTheme();
  languageChoice.subscribe(keepLanguage);
  themeChoice.subscribe(keepTheme);
}
