import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { Code, join, ps, sh } from './code';
import { hostileName } from './hostile.fixture';
import { powerShellLiteral, shellLiteral } from './literal';

test('a value in a gap is always a literal, code in a gap stays code', () => {
  fc.assert(
    fc.property(hostileName, (name) => {
      const show = sh`az vm show --name ${name}`;
      expect(show.text).toBe(`az vm show --name ${shellLiteral(name)}`);
      expect(sh`if ${show}; then exit 1; fi`.text).toBe(`if ${show.text}; then exit 1; fi`);
      expect(ps`Get-AzVM -Name ${name} -Status`.text).toBe(`Get-AzVM -Name ${powerShellLiteral(name)} -Status`);
    }),
  );
});

test('a value between quotes or in a comment is refused: the shell would read it again', () => {
  expect(() => sh`echo "Hello ${'name'}"`).toThrow(TypeError);
  expect(() => sh`echo '${'name'}'`).toThrow(TypeError);
  expect(() => sh`# for ${'name'}`).toThrow(TypeError);
  expect(() => ps`Write-Host "Hello ${'name'}"`).toThrow(TypeError);
  expect(() => sh`echo "no end`).toThrow(TypeError);
  expect(sh`echo "a \" b" ${'name'} # it's fine`.text).toBe(String.raw`echo "a \" b" 'name' # it's fine`);
});

test('numbers are digits, and only whole ones', () => {
  expect(ps`Wait-Job -Timeout ${43_200}`.text).toBe('Wait-Job -Timeout 43200');
  expect(() => ps`Wait-Job -Timeout ${Number.NaN}`).toThrow(TypeError);
});

test('text cannot pass itself off as code', () => {
  expect(() => new Code('rm -rf ~', Symbol('made'))).toThrow(TypeError);
  expect(join([sh`a`, sh`b ${"it's"}`], '\n').text).toBe("a\nb 'it'\\''s'");
});
