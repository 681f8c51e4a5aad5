import { describe, expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import type { Command } from '../command.ts';
import { refusalOf, viewOf } from '../testing/answers.ts';
import { later, NOW } from '../testing/calls.ts';
import { SOFT, V1 } from '../testing/states.ts';
import type { Departure } from './departure.ts';
import { TargetOracle } from './targetOracle.ts';

/** A 404 whose code is not the service's, so that it is wrong of an absent name too. */
const NOT_FOUND = refusalOf(404, 'example.NotFoundException');

/** Tells an oracle of calls, one each second; answers the departures of the last one. */
function departuresOf(calls: readonly (readonly [Command, Answer])[]): readonly Departure[] {
  const oracle = new TargetOracle({ settings: SOFT, used: false, strictness: { service: false } });
  const judged = calls.map(([command, answer], at) => oracle.observe({ command, answer, window: later(at) }));
  return judged.at(-1)?.departures ?? [];
}

function lastOf(calls: readonly (readonly [Command, Answer])[]): readonly string[] {
  return departuresOf(calls).map(({ signature }) => signature);
}

const made = (at: number): Answer => viewOf(V1, { created: NOW + at, updated: NOW + at });

function secret(op: 'set' | 'get', name: string): Command {
  const call = { vault: 'vault-1', kind: 'secret', name } as const;
  return op === 'set' ? { op, ...call, input: { value: 'value of 1' } } : { op, ...call };
}

describe('a target that does not find a name in other letters', () => {
  const told = 'GetSecret | live | NR-04 | letters told apart';
  const otherLetters = [secret('set', 'a'), secret('get', 'A')] as const;

  it('should be told to tell letters apart', () => {
    const [departure] = departuresOf([
      [otherLetters[0], made(0)],
      [otherLetters[1], NOT_FOUND],
    ]);
    expect(departure).toMatchObject({
      signature: told,
      severity: 'wrong-outcome',
      differs: 'status is 404 where the rules allow 200, for the name in other letters',
    });
  });

  it('should be told so although it loses keys in equal letters (lost data was reported once)', () => {
    const key = { vault: 'vault-1', kind: 'key', name: 'k' } as const;
    const departures = lastOf([
      [{ op: 'create', ...key, input: { kty: 'RSA' } }, made(0)],
      [{ op: 'get', ...key }, NOT_FOUND],
      [otherLetters[0], made(2)],
      [otherLetters[1], NOT_FOUND],
    ]);
    expect(departures).toContain(told);
    expect(departures.join()).not.toContain('LS-10');
  });

  it('should not be told so where it does not find the name in equal letters either', () => {
    const departures = lastOf([
      [secret('set', 'b'), made(0)],
      [secret('get', 'b'), NOT_FOUND],
      [otherLetters[0], made(2)],
      [otherLetters[1], NOT_FOUND],
    ]);
    expect(departures).toContain('GetSecret | live | LS-10 | status 404');
    expect(departures).not.toContain(told);
  });
});
