import { themeChoice } from '../kept/theme-choice';
import { getLanguage, languageChoice } from '../language/language';

const YEAR_S = 31_536_000;

/** The server writes the next page as this one is. */
function setCookie(name: string, value: string) {
  const secure = window.location.protocol === 'https:' ? '; secure' : '';
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR_S}; samesite=lax${secure}`;
}

function keepLanguage() {
  document.documentElement.lang = getLanguage();
  setCookie('tresor-language', getLanguage());
}

function keepTheme() {
  document.documentElement.dataset['theme'] = themeChoice.get();
  setCookie('tresor-theme', themeChoice.get());
}

/** Language and theme of the page are what the person has chosen, whenever and in whichever tab that was. */
export function keepPage(): void {
  keepLanguage();
  keepTheme();
  languageChoice.subscribe(keepLanguage);
  themeChoice.subscribe(keepTheme);
}
