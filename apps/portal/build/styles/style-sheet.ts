import { defaultCompareMediaQueries, normalizeCSSBucketEntry, styleBucketOrdering, type CSSRulesByBucket } from '@griffel/core';

interface Rule {
  css: string;
  bucket: number;
  priority: number;
  media: string;
}

const rulesOf = (byBucket: CSSRulesByBucket): Rule[] =>
  styleBucketOrdering.flatMap((name, bucket) =>
    (byBucket[name] ?? []).map((entry) => {
      const [css, { p: priority = 0, m: media = '' } = {}] = normalizeCSSBucketEntry(entry) as [string, { p?: number; m?: string }?];
      return { css, bucket, priority, media };
    }),
  );

/** In the order in which Griffel would keep its rules in the page: of rules equally specific the later one wins. */
const byOrder = (a: Rule, b: Rule) =>
  a.bucket - b.bucket || defaultCompareMediaQueries(a.media, b.media) || a.priority - b.priority || (a.css < b.css ? -1 : 1);

/** One style sheet of all rules, each of them once and in a line of its own. */
export function styleSheetOf(all: Iterable<CSSRulesByBucket>): string {
  const rules = new Map([...all].flatMap(rulesOf).map((rule) => [rule.css, rule]));
  return [...rules.values()]
    .toSorted(byOrder)
    .map(({ css }) => css.replaceAll(/\s*\n\s*/g, ' '))
    .join('\n');
}
