// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { draftStore } from './draft-store';

const empty = { name: '', count: 0 };

afterEach(() => {
  sessionStorage.clear();
  localStorage.clear();
});

describe('a draft', () => {
  test('starts empty and takes what is changed', () => {
    const store = draftStore('trial', 1, empty);
    store.change('adele|vault', { name: 'DefaultPolicy' });
    expect(store.read('adele|vault')).toEqual({ name: 'DefaultPolicy', count: 0 });
  });

  test('is there again after a reload', () => {
    draftStore('trial', 1, empty).change('adele|vault', { count: 2 });
    expect(draftStore('trial', 1, empty).read('adele|vault')).toEqual({ name: '', count: 2 });
  });

  test('of one account is not shown to another, nor that of one vault in another', () => {
    const store = draftStore('trial', 1, empty);
    store.change('adele|vault', { count: 2 });
    expect(store.read('ben|vault')).toBe(empty);
    expect(store.read('adele|other')).toBe(empty);
  });

  test('is the same, in whichever case an address writes the vault', () => {
    const store = draftStore('trial', 1, empty);
    expect(store.read('anna|Vault')).toBe(empty);
    store.change('anna|vault', { count: 2 });
    expect(store.read('anna|Vault').count).toBe(2);
  });

  test('of an older version is dropped', () => {
    draftStore('trial', 1, empty).change('adele|vault', { count: 2 });
    expect(draftStore('trial', 2, empty).read('adele|vault')).toBe(empty);
  });

  test('that cannot be read is dropped', () => {
    sessionStorage.setItem('tresor.trial.adele|vault', '{"version":1,');
    expect(draftStore('trial', 1, empty).read('adele|vault')).toBe(empty);
  });

  test('leaves nothing behind when it is cleared, and tells anyone who watches', () => {
    const store = draftStore('trial', 1, empty);
    const watcher = vi.fn<() => void>();
    const stop = store.subscribe(watcher);
    store.change('adele|vault', { count: 2 });
    store.clear('adele|vault');
    stop();
    store.change('adele|vault', { count: 3 });
    store.clear('adele|vault');
    expect(watcher).toHaveBeenCalledTimes(2);
    expect(sessionStorage).toHaveLength(0);
  });

  test('that was sent is forgotten once that is done, but nothing that was entered since', () => {
    const store = draftStore('trial', 1, empty);
    store.change('adele|vault', { name: 'Daily' });
    const first = store.sending('adele|vault');
    store.change('adele|vault', { name: 'Weekly' });
    expect([first(), store.read('adele|vault').name]).toEqual([false, 'Weekly']);
    const second = store.sending('adele|vault');
    expect([second(), store.read('adele|vault')]).toEqual([true, empty]);
  });

  test('that was given up and begun again is not forgotten with what was sent of the first', () => {
    const store = draftStore('trial', 1, empty);
    store.change('adele|vault', { name: 'Daily' });
    const done = store.sending('adele|vault');
    store.clear('adele|vault');
    store.change('adele|vault', { count: 3 });
    expect([done(), store.read('adele|vault').count]).toEqual([false, 3]);
  });

  test('for all tabs is the same in each of them, and is gone in each once it is done', () => {
    const here = draftStore('trial', 1, empty, 'browser');
    const there = draftStore('trial', 1, empty, 'browser');
    here.change('adele|vault', { count: 2 });
    window.dispatchEvent(new StorageEvent('storage'));
    expect(there.read('adele|vault')).toEqual({ name: '', count: 2 });
    there.clear('adele|vault');
    window.dispatchEvent(new StorageEvent('storage'));
    expect(here.read('adele|vault')).toBe(empty);
  });

  test('that storage did not take stays when another tab keeps something else', () => {
    const store = draftStore('trial', 1, empty, 'browser');
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    store.change('adele|vault', { count: 2 });
    full.mockRestore();
    window.dispatchEvent(new StorageEvent('storage', { key: 'tresor.pinned' }));
    expect(store.read('adele|vault')).toEqual({ name: '', count: 2 });
    window.dispatchEvent(new StorageEvent('storage', { key: 'tresor.trial.adele|vault' }));
    expect(store.read('adele|vault')).toBe(empty);
  });
});
