import {
  resolveStaticStyleRules,
  resolveStyleRulesForSlots,
  type CSSClassesMapBySlot,
  type CSSRulesByBucket,
  type GriffelStaticStyles,
  type GriffelStyle,
} from '@griffel/core';

/** The arguments of Griffel's functions: those that people call, and those that a library's build has left in their place. */
export interface Given {
  makeStyles: [styles: Record<string, GriffelStyle>];
  makeStaticStyles: [styles: GriffelStaticStyles];
  __styles: [classes: CSSClassesMapBySlot<string>, rules: CSSRulesByBucket];
  __resetStyles: [leftToRight: string, rightToLeft: string | null, rules: CSSRulesByBucket | string[]];
}

/** What stands in the script in the place of a call, and the rules that go into the style sheet. */
interface Extracted {
  replacement: string;
  byBucket: CSSRulesByBucket;
}

/** The portal is written from left to right in all its languages: the second of two classes is for the other direction. */
const leftToRight = (classes: CSSClassesMapBySlot<string>) =>
  JSON.stringify(classes, (_, value: unknown) => (Array.isArray(value) ? (value.at(0) as unknown) : value));

const classesOnly = (classes: CSSClassesMapBySlot<string>, byBucket: CSSRulesByBucket): Extracted => ({
  replacement: `__css(${leftToRight(classes)})`,
  byBucket,
});

const extractors: { [Name in keyof Given]: (...given: Given[Name]) => Extracted } = {
  makeStyles: (styles) => classesOnly(...resolveStyleRulesForSlots(styles)),
  makeStaticStyles: (styles) => ({ replacement: '__staticCSS()', byBucket: { d: resolveStaticStyleRules([styles]) } }),
  __styles: classesOnly,
  __resetStyles: (name, _, rules) => ({
    replacement: `__resetCSS(${JSON.stringify(name)}, null)`,
    byBucket: Array.isArray(rules) ? { r: rules } : rules,
  }),
};

/** All that a call needs of Griffel's at run time, done now. */
export const extracted = <Name extends keyof Given>(name: Name, given: Given[Name]): Extracted => extractors[name](...given);
