import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { Caller, VaultPlace } from '../rest/caller.ts';
import { listedNames } from './listedNames.ts';

/**
 * Deletes and purges all objects of a vault that nobody else uses, in a target that does both at once. What does not
 * go stays: this is tidying up, and nothing is judged by it.
 */
export async function emptyVault(caller: Caller, vault: string, place: VaultPlace): Promise<void> {
  const ask = async (command: Command): Promise<Answer | Lost> => (await caller.call(command, place)).answer;
  for (const [list, remove] of [
    ['list', 'delete'],
    ['listDeleted', 'purge'],
  ] as const) {
    for (const kind of EMPTIED) {
      // The whole list first: its pages shift when what they name goes.
      const names = new Set<string>();
      for await (const name of listedNames(ask, { op: list, kind, vault })) names.add(name);
      for (const name of names) await ask({ op: remove, kind, vault, name });
    }
  }
}

/** Certificates first: the key and the secret that one owns go with it. */
const EMPTIED = ['certificate', 'key', 'secret'] as const;
