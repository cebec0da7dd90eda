import type { Finding, FindingCode } from '../judge/finding';
import { t, type Language, type Words } from '../words';

const WORDS: Record<FindingCode, Words> = {
  'label-missing': t('Die Beschriftung „{label}“ ({unit}) steht auf keinem Bildschirm.', 'The label “{label}” ({unit}) is on no screen.'),
  'label-spelled': t(
    '„{label}“ ({unit}) ist auf dem Bildschirm anders geschrieben: „{seen}“.',
    '“{label}” ({unit}) is spelled differently on the screen: “{seen}”.',
  ),
  'blades-differ': t('Blätter: erwartet {wanted}; zu sehen {seen}.', 'Blades: expected {wanted}; seen {seen}.'),
  'cards-differ': t(
    'Karten: erwartet {wantedCount} ({wanted}); zu sehen {seenCount} ({seen}).',
    'Cards: expected {wantedCount} ({wanted}); seen {seenCount} ({seen}).',
  ),
  'columns-differ': t(
    'Spalten: erwartet {wantedCount} ({wanted}); zu sehen {seenCount} ({seen}).',
    'Columns: expected {wantedCount} ({wanted}); seen {seenCount} ({seen}).',
  ),
  'buttons-differ': t('Schaltflächen: erwartet {wanted}; zu sehen {seen}.', 'Buttons: expected {wanted}; seen {seen}.'),
  'fields-differ': t('Felder: erwartet {wanted}; zu sehen {seen}.', 'Fields: expected {wanted}; seen {seen}.'),
  'links-differ': t('Einträge: erwartet {wanted}; zu sehen {seen}.', 'Entries: expected {wanted}; seen {seen}.'),
  'texts-differ': t('Nicht zu lesen: {wanted}.', 'Not to be read: {wanted}.'),
  'text-clipped': t('Abgeschnittener Text: „{text}“.', 'Text is cut off: “{text}”.'),
  'text-shortened': t('Mit Punkten gekürzter Text: „{text}“.', 'Text is shortened with dots: “{text}”.'),
  'word-broken': t('Mitten im Wort ohne Trennstrich umbrochen: „{text}“.', 'A word is broken without a hyphen: “{text}”.'),
  'text-overlaps': t('Übereinander gedruckt: „{text}“ und „{other}“.', 'Printed over each other: “{text}” and “{other}”.'),
  'contrast-low': t(
    'Kontrast {ratio} statt {wanted}: „{text}“ ({foreground} auf {background}).',
    'Contrast {ratio} instead of {wanted}: “{text}” ({foreground} on {background}).',
  ),
  untranslated: t('In beiden Sprachen gleich – ist das übersetzt? „{text}“', 'The same in both languages – is it translated? “{text}”'),
  placeholder: t('Ein Platzhalter statt eines Wertes: „{text}“.', 'A placeholder instead of a value: “{text}”.'),
  'page-language': t('Die Seite gibt sich als „{seen}“ aus.', 'The page says its language is “{seen}”.'),
  'word-avoided': t(
    '„{word}“ gehört nicht auf den Bildschirm, es heißt „{instead}“: „{text}“.',
    '“{word}” does not belong on the screen, the word is “{instead}”: “{text}”.',
  ),
  'spelling-varies': t('Zwei Schreibweisen: „{text}“ hier, „{other}“ auf {where}.', 'Two spellings: “{text}” here, “{other}” on {where}.'),
  'not-played': t('Die Szene ließ sich nicht spielen ({action}): {reason}', 'The scene could not be played ({action}): {reason}'),
  'parts-changed': t(
    'Seit der Freigabe von {who} am {when} geändert.\nWeg: {gone}\nNeu: {come}',
    'Changed since {who} approved it on {when}.\nGone: {gone}\nNew: {come}',
  ),
  'layout-moved': t('Seit der Freigabe von {who} am {when} verschoben: {parts}', 'Moved since {who} approved it on {when}: {parts}'),
  'picture-changed': t(
    'Das Bild hat sich seit der Freigabe von {who} am {when} geändert.',
    'The picture has changed since {who} approved it on {when}.',
  ),
};

/** A finding as one sentence. */
export function sentence({ code, details }: Finding, language: Language): string {
  return WORDS[code][language].replace(/\{(\w+)\}/g, (_all, name: string) => details[name] || '–');
}
