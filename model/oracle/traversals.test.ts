import { describe, expect, it } from 'vitest';
import type { ListCommand, ListVersionsCommand } from '../command.ts';
import { later, WINDOW } from '../testing/calls.ts';
import { Traversals } from './traversals.ts';

const LIST: ListCommand = { op: 'list', vault: 'v', kind: 'secret' };
const VERSIONS: ListVersionsCommand = { op: 'listVersions', vault: 'v', kind: 'secret', name: 'a' };

function page(next?: string): { readonly items: []; readonly next?: string } {
  return { items: [], ...(next !== undefined && { next }) };
}

describe('a list that is read page by page', () => {
  it('should be one traversal from its first page to its last', () => {
    const traversals = new Traversals();
    const first = traversals.of(LIST, WINDOW);
    first.listed.add('a');
    traversals.turn(first, page('2'));
    const second = traversals.of({ ...LIST, next: '2' }, later(5));
    expect(second).toBe(first);
    expect(second).toMatchObject({ isWhole: true, began: WINDOW.from });
    traversals.turn(second, page());
    expect(traversals.of({ ...LIST, next: '2' }, later(9)).isWhole).toBe(false);
  });

  it('should be followed by the token in the address that the page before names', () => {
    const traversals = new Traversals();
    const first = traversals.of(LIST, WINDOW);
    traversals.turn(first, page('https://v/secrets?api-version=7.4&$skiptoken=t%3D1&maxresults=1'));
    expect(traversals.of({ ...LIST, next: 't=2' }, later(5))).not.toBe(first);
    expect(traversals.of({ ...LIST, next: 't=1' }, later(5))).toBe(first);
  });

  it('should not be whole when its first page was not seen', () => {
    expect(new Traversals().of({ ...LIST, next: '7' }, WINDOW).isWhole).toBe(false);
  });

  it('should be the only page of versions where a recording does not tell, unless one before it leads on', () => {
    const traversals = new Traversals();
    const untold = { ...VERSIONS, nextUnrecorded: true };
    const only = traversals.of(untold, WINDOW);
    expect(only.isWhole).toBe(true);
    traversals.turn(only, page());
    traversals.turn(traversals.of(untold, later(1)), page('2'));
    expect(traversals.of(untold, later(2)).isWhole).toBe(false);
    expect(traversals.of({ ...LIST, nextUnrecorded: true }, later(3)).isWhole).toBe(false);
  });

  it('should be told from lists of other things', () => {
    const traversals = new Traversals();
    for (const command of [
      LIST,
      VERSIONS,
      { ...VERSIONS, name: 'b' },
      { ...LIST, op: 'listDeleted' as const },
    ]) {
      traversals.turn(traversals.of(command, WINDOW), page('2'));
    }
    expect(traversals.of({ ...VERSIONS, name: 'A', next: '2' }, later(1)).subject).toBe(
      'listVersions/secret/a',
    );
    expect(traversals.of({ ...VERSIONS, name: 'c', next: '2' }, later(1)).isWhole).toBe(false);
  });

  it('should not go on with a page that was asked for before', () => {
    const traversals = new Traversals();
    const first = traversals.of(LIST, WINDOW);
    traversals.turn(first, page('2'));
    traversals.turn(traversals.of({ ...LIST, next: '2' }, later(1)), page('3'));
    expect(traversals.of({ ...LIST, next: '2' }, later(2))).not.toBe(first);
    expect(traversals.of({ ...LIST, next: '3' }, later(3))).toBe(first);
  });

  it('should not be told apart from another that has come to the same page', () => {
    const traversals = new Traversals();
    for (const seconds of [0, 1]) traversals.turn(traversals.of(LIST, later(seconds)), page('2'));
    expect(traversals.of({ ...LIST, next: '2' }, later(2)).isWhole).toBe(false);
    expect(traversals.of({ ...LIST, next: '2' }, later(3)).isWhole).toBe(false);
  });

  it('should be over when a page is none', () => {
    const traversals = new Traversals();
    traversals.turn(traversals.of(LIST, WINDOW), undefined);
    expect(traversals.of({ ...LIST, next: '2' }, later(1)).isWhole).toBe(false);
  });
});

describe('a name that a call touches meanwhile', () => {
  it('should be known to every list that is open, but for the one that the call is a page of', () => {
    const traversals = new Traversals();
    const [list, versions] = [traversals.of(LIST, WINDOW), traversals.of(VERSIONS, WINDOW)];
    traversals.touch('secret/a', versions);
    expect([...list.touched]).toEqual(['secret/a']);
    expect([...versions.touched]).toEqual([]);
  });
});

describe('a clone', () => {
  it('should go on apart', () => {
    const traversals = new Traversals();
    const first = traversals.of(LIST, WINDOW);
    traversals.turn(first, page('2'));
    const clone = traversals.clone();
    const cloned = clone.of({ ...LIST, next: '2' }, later(1));
    cloned.listed.add('a');
    clone.touch('secret/b');
    expect(cloned.isWhole).toBe(true);
    expect([...first.listed, ...first.touched]).toEqual([]);
  });
});
