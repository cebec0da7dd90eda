const namesIn = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, name = '']) => name);

const classesOf = (rule: string) => namesIn(rule, /\.([a-z][\w-]*)/g);
const classesIn = (page: string) => namesIn(page, /class="([^"]*)"/g).flatMap((names) => names.split(' '));
const valuesIn = (rule: string) => namesIn(rule, /var\((--[\w-]+)/g);

const ANSWERING = /(?<!:not\():(?:hover|active|focus)|\[data-fui-focus/;

/** Holds only while somebody points at something, presses it, or has come to it by the keyboard. */
const isAnswer = (rule: string) => {
  const selectors = namesIn(rule, /([^{}]+)\{[^{}]*\}/g).flatMap((list) => list.split(','));
  return selectors.length > 0 && selectors.every((selector) => ANSWERING.test(selector));
};

const DECLARED = /(--[\w-]+):([^;{}]*);/g;

/** The values that the rules use, and those that these are made of. */
function valuesUsed(rules: readonly string[], declared: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const used = new Set<string>();
  const add = (name: string) => {
    if (used.has(name)) return;
    used.add(name);
    declared.get(name)?.forEach(add);
  };
  rules
    .map((rule) => rule.replaceAll(DECLARED, ''))
    .flatMap(valuesIn)
    .forEach(add);
  return used;
}

/**
 * What of a style sheet with a rule in each line the pages need to be painted: rules of their classes and of no class, in their order, and of the
 * values that a theme has those that are used. What answers a pointer or a key comes with the sheet.
 */
export function firstStyles(pages: Iterable<string>, sheet: string): string {
  const classes = new Set([...pages].flatMap(classesIn));
  const rules = sheet.split('\n').filter((rule) => {
    const names = classesOf(rule);
    return !isAnswer(rule) && (names.length === 0 || names.some((name) => classes.has(name)));
  });
  const declared = new Map<string, string[]>();
  for (const [, name = '', value = ''] of rules.join('').matchAll(DECLARED))
    declared.set(name, [...(declared.get(name) ?? []), ...valuesIn(value)]);
  const used = valuesUsed(rules, declared);
  return rules.map((rule) => rule.replaceAll(DECLARED, (declaration, name: string) => (used.has(name) ? declaration : ''))).join('');
}
