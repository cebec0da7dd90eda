import { expect, it } from 'vitest';
import { pastedItems } from './pasted-items';

const item = (id: string, name: string) => ({ id, name });
const items = [item('1', 'DBVM1'), item('2', 'dbvm2'), item('3', 'WebVM'), item('4', 'webvm')];

it('a list of names selects their items, whatever stands between and however they are written', () => {
  expect(pastedItems('dbvm1\r\nDBVM2;  \n', items)).toEqual({ ids: ['1', '2'], unknown: [], several: [] });
});

it('what nobody protects is named, and what several vaults protect is selected whole', () => {
  expect(pastedItems('WebVM\tNobody, DBVM1 DBVM1', items)).toEqual({ ids: ['3', '4', '1'], unknown: ['Nobody'], several: ['WebVM'] });
});
