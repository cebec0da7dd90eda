import { tokens } from '@fluentui/react-components';
import { describe, expect, it } from 'vitest';
import { extracted } from './extracted';
import { firstStyles } from './first-styles';
import { withNamedTokens } from './name-tokens';
import { sliceOf } from './slice';
import { styleSheetOf } from './style-sheet';

const module = `
import { makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { palette as colors } from '../theme/theme';
const narrow = '@media (max-width: 639px)';
export const wide = 12;
const useStyles = makeStyles({ root: { color: colors.header, [narrow]: { gap: '4px' } } });
export function Shown() { const [value] = useState(wide); return <p className={useStyles().root}>{value}</p>; }
const useOthers = makeStyles({ line: { color: tokens.colorBrandBackground } });
`;

describe('the styles of a module', () => {
  it('are run with what they are made of and nothing else', () => {
    const slice = sliceOf('/shown.tsx', module, ['makeStyles']);
    expect(slice).toContain(`import { palette as colors } from '../theme/theme';`);
    expect(slice).toContain(`const narrow = '@media (max-width: 639px)';`);
    expect(slice).toMatch(/export default \[\[\{ root: .+\}\], \[\{ line: .+\}\]\];$/);
    expect(slice).not.toMatch(/useState|wide|Shown/);
  });
});

describe('the style sheet', () => {
  it('has each rule once, and what depends on the pointer or the width after what always holds', () => {
    const made = extracted('makeStyles', [
      {
        root: {
          '@media (max-width: 639px)': { color: 'red' },
          ':hover': { color: 'green' },
          color: 'blue',
          padding: '1px',
          paddingTop: '2px',
        },
      },
    ]);
    const rules = styleSheetOf([made.byBucket, made.byBucket]).split('\n');
    const at = (part: string) => rules.findIndex((rule) => rule.includes(part));
    expect(new Set(rules).size).toBe(rules.length);
    const order = [at('padding:1px'), at('padding-top:2px'), at(':hover'), at('@media')];
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('takes a library’s rules as they are', () => {
    const made = extracted('__styles', [{ root: { sj55zd: ['fleft', 'fright'] } }, { d: ['.fleft{left:0;}', '.fright{right:0;}'] }]);
    expect(made.replacement).toBe('__css({"root":{"sj55zd":"fleft"}})');
    expect(styleSheetOf([made.byBucket])).toContain('.fleft{left:0;}');
  });
});

describe('the styles that pages begin with', () => {
  const sheet = [
    ':root{--ink:black;--line:1px solid var(--ink);--glow:red;}',
    '@media (prefers-color-scheme: dark){:root{--ink:white;--glow:pink;}}',
    '.fa{color:var(--ink);}',
    '.fb{color:var(--glow);}',
    '@media (max-width: 639px){.fb{top:0.5px;}.fc{border:var(--line);}}',
    'body{margin:0;}',
  ];

  it('are the rules of their classes and of no class, in their order, with the values that these use', () => {
    expect(firstStyles(['<p class="fa">one</p>', '<p class="fx fc">two</p>'], sheet.join('\n'))).toBe(
      [
        ':root{--ink:black;--line:1px solid var(--ink);--glow:red;}',
        '@media (prefers-color-scheme: dark){:root{--ink:white;--glow:pink;}}',
        '.fa{color:var(--ink);}',
        '@media (max-width: 639px){.fb{top:0.5px;}.fc{border:var(--line);}}',
        'body{margin:0;}',
      ]
        .join('')
        .replaceAll(/--glow:\w+;/g, ''),
    );
  });

  it('have nothing of what answers a pointer or a key', () => {
    const still = ['.fa{color:red;}', '.fa:hover,.fa{top:0;}', '.fa:not(:focus){left:0;}', '@keyframes fa{from{top:0;}to{top:1px;}}'];
    const answers = [
      '.fa:hover{color:blue;}',
      '.fa:hover:active,.fa:active:focus-visible{color:green;}',
      '@media (forced-colors: active){.fa[data-fui-focus-visible]{color:Highlight;}}',
    ];
    expect(firstStyles(['<p class="fa">one</p>'], [...answers, ...still].join('\n'))).toBe(still.join(''));
  });

  it('know each rule by its line, however it was written', () => {
    const made = extracted('makeStyles', [{ root: { width: 'calc(1px\n + 2px)' } }]);
    expect(styleSheetOf([made.byBucket])).not.toContain('\n');
  });
});

describe('the names of Fluent’s values', () => {
  it('are those of the variables that hold them, but for the order of layers', () => {
    const others = Object.entries(tokens).filter(([name, value]) => value !== `var(--${name})`);
    expect(others.filter(([name]) => !name.startsWith('zIndex'))).toEqual([]);
  });

  it('are written out, and paths that look alike stay', () => {
    const code =
      "import { tokens } from '../../tokens.js'; const width = `${tokens.strokeWidthThin}`; const other = [mine.tokens.length, tokens.zIndexPopup];";
    const named =
      "import { tokens } from '../../tokens.js'; const width = `${'var(--strokeWidthThin)'}`; const other = [mine.tokens.length, tokens.zIndexPopup];";
    expect(withNamedTokens(code).toString()).toBe(named);
  });
});
