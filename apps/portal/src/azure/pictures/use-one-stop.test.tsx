// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { linkTowards } from './use-one-stop';

/** Of the second machine there was no backup on the first day. */
const MAP = `<table><tbody>
  <tr><th><a id="web">Web</a></th><td><a id="web1"></a></td><td><a id="web2"></a></td></tr>
  <tr><th><a id="db">Db</a></th><td></td><td><a id="db2"></a></td></tr>
</tbody></table>`;

const idAfter = (key: string, id: string) => {
  const from = document.querySelector<HTMLAnchorElement>(`#${id}`);
  return from === null ? undefined : linkTowards(key, from)?.id;
};

describe('the keys in a map of machines by days', () => {
  beforeEach(() => {
    document.body.innerHTML = MAP;
  });

  it('lead along a row past what is empty, and stop at its ends', () => {
    expect(['web', 'web1', 'web2'].map((id) => idAfter('ArrowRight', id))).toEqual(['web1', 'web2', undefined]);
    expect(['db', 'db2'].map((id) => idAfter('ArrowRight', id))).toEqual(['db2', undefined]);
    expect(idAfter('ArrowLeft', 'db2')).toBe('db');
    expect([idAfter('Home', 'web2'), idAfter('End', 'web')]).toEqual(['web', 'web2']);
  });

  it('lead to the same day of another machine, or to its name', () => {
    expect([idAfter('ArrowDown', 'web2'), idAfter('ArrowDown', 'web1'), idAfter('ArrowDown', 'db')]).toEqual(['db2', 'db', undefined]);
    expect([idAfter('ArrowUp', 'db2'), idAfter('ArrowUp', 'web')]).toEqual(['web2', undefined]);
  });

  it('are left to the browser where they lead nowhere', () => {
    expect(idAfter('Tab', 'web')).toBeUndefined();
  });
});
