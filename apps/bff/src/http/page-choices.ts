import type { Request } from 'express';
import type { Language } from './written-pages';

const cookieOf = ({ headers }: Request, name: string): string | undefined =>
  headers.cookie
    ?.split('; ')
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.slice(name.length + 1);

const LANGUAGES: readonly Language[] = ['en', 'de'];
const THEMES = ['system', 'light', 'dark'] as const;

/** What the person has chosen; else what the browser asks for; else English. */
export function languageOf(req: Request): Language {
  const wanted = cookieOf(req, 'tresor-language') ?? req.acceptsLanguages([...LANGUAGES]);
  return LANGUAGES.find((language) => language === wanted) ?? 'en';
}

export function themeOf(req: Request): (typeof THEMES)[number] {
  const wanted = cookieOf(req, 'tresor-theme');
  return THEMES.find((theme) => theme === wanted) ?? 'system';
}
