import type { Command } from '../../model/command.ts';
import type { Caller, VaultPlace } from '../rest/caller.ts';
import { TargetTrouble } from '../targetTrouble.ts';

/** What servers say to plain HTTP on a TLS port. */
const WRONG_SCHEME = /HTTP request to an HTTPS server|requires TLS|plain HTTP request was sent to HTTPS/i;

/**
 * Asks for the first item of the list of secrets, so that a wrong address, certificate or token shows before anything
 * is judged.
 * @throws TargetTrouble when the target cannot be asked, or does not answer as a vault would
 */
export async function probe(caller: Caller, vault: string, place: VaultPlace): Promise<void> {
  const command: Command = { op: 'list', kind: 'secret', vault, maxResults: 1 };
  const { answer, reply } = await caller.call(command, place);
  if ('lost' in answer && answer.lost !== 'server-error') {
    throw new TargetTrouble('unreachable', `${place.base}: ${answer.detail}. Is this a vault's address?`);
  }
  if (typeof reply?.body === 'string' && WRONG_SCHEME.test(reply.body)) {
    throw new TargetTrouble('usage', `${place.base} speaks HTTPS: write https:// in its URL`);
  }
}
