import type { Call } from '../call.ts';
import type { Command } from '../command.ts';
import type { Window } from '../window.ts';

/** The instant at which the tests' calls are made, Unix seconds: long after the service settled what it shows. */
export const NOW: number = Date.UTC(2026, 5, 1) / 1000;

/** The span of the tests' calls. */
export const WINDOW: Window = { from: NOW, to: NOW + 1 };

/** The span of a call made so many seconds after `NOW`. */
export function later(seconds: number): Window {
  return { from: NOW + seconds, to: NOW + seconds + 1 };
}

/** Leaves out, of each member of a union, what every command of the tests says alike. */
export type Brief<C> = C extends unknown ? Omit<C, 'vault' | 'kind'> : never;

/** A command about secrets in the tests' vault. */
export function commandOf(command: Brief<Command>): Command {
  return { vault: 'vault-1', kind: 'secret', ...command };
}

/** What a call of the tests may differ in. */
export interface CallVariation extends Partial<Omit<Call, 'command' | 'name' | 'strictness'>> {
  /** True to hold the answer to what the service itself does. */
  readonly service?: boolean;
}

/** A call about the name `a`, or the name that its command has. */
export function callOf(command: Command, { service = false, ...rest }: CallVariation = {}): Call {
  const name = 'name' in command ? command.name.toLowerCase() : 'a';
  return { command, name, window: WINDOW, strictness: { service }, ...rest };
}
