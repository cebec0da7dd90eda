import { header } from '../http/exchange';
import type { HttpRequest } from '../http/exchange';

export type Language = 'de' | 'en';

/** The first language asked for that we speak: by the application (`ui_locales`, `mkt`), else by the browser. */
export function languageOf(request: HttpRequest): Language {
  const asked = [request.query.get('ui_locales'), request.query.get('mkt'), header(request, 'accept-language')];
  const tags = asked.flatMap((list) => (list ?? '').toLowerCase().split(/[\s,]+/)).map((tag) => tag.slice(0, 2));
  return tags.find((tag): tag is Language => tag === 'de' || tag === 'en') ?? 'en';
}
