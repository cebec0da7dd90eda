import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { unitKey } from './article';
import { findArticles, otherLanguage } from './find-articles';
import { parseArticle } from './parse-article';

const folder = mkdtempSync(join(tmpdir(), 'articles-'));
const parse = (text: string) => parseArticle(text, join(folder, 'making-tea.md'));
const labelsOf = (text: string) => parse(text).units.flatMap(({ labels }) => labels.map(({ text }) => text));
const bold = (text: string) =>
  parse(text).units.flatMap(({ labels }) => labels.filter(({ kind }) => kind === 'bold').map(({ text }) => text));

const TEA = `---
title: "Making tea"
---
# <a name="making-tea"></a>Making tea
You need the kettle and the cup.

## <a name="boil"></a>Boil the water
1. On the stove, click **Kettle**.

   * Type **Water** into the list.

      ![The kettle](./media/making-tea/kettle-on.png) <br/>

   The kettle opens.
2. Choose **Cup**, then click **OK**.

   ![The cup](./media/making-tea/cup.png)

## <a name="errors"></a>Errors
| Operation | Error details | Resolution |
| --- | --- | --- |
| Boil |The kettle is empty. |Fill it under **Water**. |
| Drink |The tea is <br> too hot. |Wait.
`;

describe('an article', () => {
  test('has numbered steps in order, with their labels and figures', () => {
    const { units, title, name, language } = parse(TEA);
    expect({ title, name, language }).toEqual({ title: 'Making tea', name: 'making-tea', language: 'en' });
    expect(units.map(unitKey)).toEqual(['boil/1', 'boil/2', 'errors/row-1', 'errors/row-2']);
    expect(units[0]?.labels.map(({ text }) => text)).toEqual(['Kettle', 'Water']);
    expect(units[0]?.figures).toEqual([
      { image: 'kettle-on', alt: 'The kettle', link: './media/making-tea/kettle-on.png', file: undefined },
    ]);
    expect(units[1]?.labels.map(({ text }) => text)).toEqual(['Cup', 'OK']);
  });

  test('says of each step what a reader reads', () => {
    const [first] = parse(TEA).units;
    expect(first?.paragraphs.map((runs) => runs.map(({ text }) => text).join(''))).toEqual([
      'On the stove, click Kettle.',
      'Type Water into the list.',
      'The kettle opens.',
    ]);
  });

  test('has rows of errors whose wording is looked for, also in a last row without its pipe', () => {
    const rows = parse(TEA).units.filter(({ kind }) => kind === 'row');
    expect(rows.map(({ labels }) => labels.find(({ kind }) => kind === 'wording')?.text)).toEqual([
      'The kettle is empty.',
      'The tea is too hot.',
    ]);
  });

  test('finds its pictures where the document says they are', () => {
    writeFileSync(join(folder, 'pot.png'), 'picture');
    expect(parse('1. See ![pot](pot.png)').units[0]?.figures[0]?.file).toBe(join(folder, 'pot.png'));
  });
});

describe('what is broken is read the way people read it', () => {
  test('bold without a blank after it', () => {
    expect(bold('1. Geben Sie **Recovery Services**ein.')).toEqual(['Recovery Services']);
  });

  test('bold that strict Markdown takes for stars', () => {
    expect(bold('1. Click **"Backup"**now and ** Filter ** , then **(OK)**x.')).toEqual(['"Backup"', 'Filter', '(OK)']);
  });

  test('bold as HTML, also inside a table', () => {
    expect(bold('| A | B |\n| --- | --- |\n| x | click <b>Save</b><br/>now |')).toEqual(['Save']);
  });

  test('a table whose rows have too few pipes, and a line under its head with too few columns', () => {
    const { units } = parse('Operation | Error | Fix\n--- | ---\nBackup | It broke | Mend **it**\n| Restore | It is gone\n');
    expect(units.map(({ labels }) => labels.map(({ text }) => text))).toEqual([['it', 'It broke'], ['It is gone']]);
  });

  test('a table with an empty line between its rows', () => {
    expect(parse('| A | Error |\n| --- | --- |\n| x | One |\n\n| y | Two |\n').units).toHaveLength(2);
  });

  test('a picture as HTML', () => {
    expect(parse('1. Look: <img src="media/x/far.png" alt="Far away">').units[0]?.figures[0]).toMatchObject({
      image: 'far',
      alt: 'Far away',
    });
  });

  test('a section without an anchor, and a list that goes on after a break', () => {
    const { units } = parse('## Boil the water!\n1. One **A**\n\nA word between **B**.\n\n2. Two **C**\n');
    expect(units.map(unitKey)).toEqual(['boil-the-water/1', 'boil-the-water/text-1', 'boil-the-water/2']);
  });

  test('steps inside a note', () => {
    expect(parse('## Notes\n> [!NOTE]\n> 1. Only **hot** water. <br>\n> 2. No milk.\n').units.map(unitKey)).toEqual(['notes/1', 'notes/2']);
  });

  test('windows line ends and words in quotation marks', () => {
    expect(labelsOf('1. Auf dem Blatt „Sicherung“ auf **OK**klicken.\r\n')).toEqual(['Sicherung', 'OK']);
  });

  test('code is not searched for labels', () => {
    expect(bold('1. Run\n\n```\na ** b ** c\n```\n')).toEqual([]);
  });
});

test('an included file stands where it is included, its pictures found from where it lies', () => {
  writeFileSync(join(folder, 'part.md'), '---\ntitle: x\n---\n1. Choose **Sugar** ![s](./pot.png)\n');
  const { units } = parse('## Sweet\n[!INCLUDE [sugar](part.md)]\n');
  expect(units[0]).toMatchObject({ labels: [{ text: 'Sugar' }], figures: [{ image: 'pot', file: join(folder, 'pot.png') }] });
});

test('a folder without documents says so in a sentence', () => {
  expect(() => findArticles(join(folder, 'nowhere'))).toThrow('There is no file or folder');
  const empty = mkdtempSync(join(tmpdir(), 'articles-'));
  writeFileSync(join(empty, 'kettle.png'), Buffer.from([0x89, 0x50, 0x00, 0x01]));
  writeFileSync(join(empty, 'README.md'), TEA);
  expect(() => findArticles(empty)).toThrow('it holds no text');
  expect(() => findArticles(join(empty, 'kettle.png'))).toThrow('it is no text');
});

test.each([
  ['tea.txt', Buffer.from(TEA)],
  ['tea', Buffer.from(`\uFEFF${TEA}`)],
  ['tea.md', Buffer.from(TEA.replaceAll('\n', '\r\n'))],
  ['tea.doc', Buffer.from(`\uFEFF${TEA}`, 'utf16le')],
  ['tea.text', Buffer.from(TEA.replace('Making', 'Grüner').replace('Making', 'Grüner'), 'latin1')],
])('%s is read as what it says, whatever its ending and its encoding', (name, bytes) => {
  const docs = mkdtempSync(join(tmpdir(), 'articles-'));
  writeFileSync(join(docs, name), bytes);
  expect(findArticles(docs)).toMatchObject([{ title: expect.stringMatching(/^(Making|Grüner) tea$/), units: { length: 4 } }]);
});

test('an article says what it is: its ms.assetid, its title without the site, its first heading and the anchor of that', () => {
  const { assetId, titles } = parse(
    '---\ntitle: "Tea: the whole way | Kitchen Docs"\nms.assetid: 0a1b\n---\n# <a name="making-tea"></a>Making good tea\n',
  );
  expect({ assetId, titles }).toEqual({ assetId: '0a1b', titles: ['tea-the-whole-way', 'making-tea', 'making-good-tea'] });
});

test('an article without a sister tree has no other language', () => {
  expect(otherLanguage(parse(TEA))).toBeUndefined();
});
