import { mergeClasses } from '@fluentui/react-components';
import { setLanguage, useLanguage, type Language } from '../language/language';
import { useBarStyles } from './bar.styles';

const LANGUAGES: readonly { id: Language; short: string; name: string }[] = [
  { id: 'de', short: 'DE', name: 'Deutsch' },
  { id: 'en', short: 'EN', name: 'English' },
];

export function LanguageSwitch() {
  const bar = useBarStyles();
  const language = useLanguage();
  return LANGUAGES.map(({ id, short, name }) => (
    <button
      key={id}
      type="button"
      lang={id}
      title={name}
      aria-label={`${short} – ${name}`}
      aria-pressed={language === id}
      className={mergeClasses(bar.button, bar.narrow, language === id && bar.pressed)}
      onClick={() => setLanguage(id)}
    >
      {short}
    </button>
  ));
}
