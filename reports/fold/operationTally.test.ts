import { describe, expect, it } from 'vitest';
import type { Command } from '../../model/command.ts';
import type { ExchangeEvent } from '../../model/event.ts';
import { OperationTally } from './operationTally.ts';

const GET: Command = { op: 'get', kind: 'key', vault: 'v', name: 'a' };
const GET_DELETED: Command = { op: 'getDeleted', kind: 'key', vault: 'v', name: 'a' };
const BACKUP: Command = { op: 'backup', kind: 'key', vault: 'v', name: 'a' };

describe('OperationTally', () => {
  it('should tell an operation whose every call is refused in words that no other operation has', () => {
    const tally = new Told();
    tally.tell(GET, 'KeyNotFound');
    const n = tally.tell(BACKUP, 'NotFound', 3);
    expect(tally.missing(n)).toBe('backup key');
  });

  it('should not take "no such object" for "no such operation", when nothing but names that are free was asked for', () => {
    const tally = new Told();
    tally.tell(GET, 'NotFound');
    tally.tell(GET, undefined);
    const n = tally.tell(BACKUP, 'NotFound', 3);
    expect(tally.missing(n)).toBeUndefined();
  });

  it('should not take the words of the service for an object that is not there for those of another thing', () => {
    const tally = new Told();
    expect(tally.missing(tally.tell(GET, 'KeyNotFound', 3))).toBeUndefined();
  });

  it('should not take it for missing where it must refuse what is there', () => {
    const tally = new Told();
    tally.tell(GET, 'NotFound');
    tally.tell(GET, undefined);
    expect(tally.missing(tally.tell(GET_DELETED, 'NotFound', 3, 'live'))).toBeUndefined();
    expect(tally.missing(tally.tell(GET_DELETED, 'NotFound', 3, 'deleted'))).toBe('getDeleted key');
  });

  it('should tell it in any words, once the object is there', () => {
    const tally = new Told();
    tally.tell(GET, 'NotFound');
    tally.tell(GET, undefined);
    const n = tally.tell(BACKUP, 'NotFound', 3, 'live');
    expect(tally.missing(n)).toBe('backup key');
  });

  it('should not tell of two calls, nor of two kinds of answers', () => {
    const tally = new Told();
    expect(tally.missing(tally.tell(BACKUP, 'NotFound', 2))).toBeUndefined();
    tally.tell(BACKUP, undefined);
    expect(tally.missing(tally.tell(BACKUP, 'NotFound'))).toBeUndefined();
  });
});

/** A tally that exchanges are told to, with numbers of their own. */
class Told extends OperationTally {
  #n = 0;

  /** Tells of calls that answered 404 with a code, or 200 without one; returns the number of the last. */
  tell(command: Command, code: string | undefined, times = 1, before = 'absent'): number {
    for (let i = 0; i < times; i += 1) this.add(exchange(++this.#n, command, code, before));
    return this.#n;
  }
}

function exchange(n: number, command: Command, code: string | undefined, before: string): ExchangeEvent {
  return {
    type: 'exchange',
    n,
    sequence: 1,
    command,
    window: { from: n, to: n },
    answer:
      code === undefined ? { status: 200, oddities: [] } : { status: 404, refusal: { code }, oddities: [] },
    judgement: code === undefined ? 'explained' : 'unexplained',
    rules: [],
    state: { before, after: before },
  };
}
