import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { breakable } from './breakable';

const written = (content: string) => renderToStaticMarkup(<>{breakable(content)}</>);

test.each([
  ['DeletedItemVM1', 'Deleted<wbr/>Item<wbr/>VM1'],
  ['LongTermPolicy', 'Long<wbr/>Term<wbr/>Policy'],
  ['UserErrorVmNotInDesirableState', 'User<wbr/>Error<wbr/>Vm<wbr/>Not<wbr/>In<wbr/>Desirable<wbr/>State'],
  ['Standard_GRS_Zones', 'Standard_<wbr/>GRS_<wbr/>Zones'],
])('%s goes on where a word of it begins', (name, expected) => {
  expect(written(name)).toBe(expected);
});

test.each(['DBVM2', 'KeysRG', 'virtueller Computer', 'contoso-staging-2'])('%s stays as it is', (name) => {
  expect(written(name)).toBe(name);
});
