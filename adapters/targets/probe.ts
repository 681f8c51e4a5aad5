import type { Answer, Lost } from '../../model/answer.ts';
import type { Command } from '../../model/command.ts';
import type { WireReply } from '../../model/event.ts';
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
  if (typeof reply?.body === 'string' && WRONG_SCHEME.test(reply.body)) {
    throw new TargetTrouble('usage', `${place.base} speaks HTTPS: write https:// in its URL`);
  }
  const problem = problemOf(answer, reply);
  if (problem !== undefined) {
    throw new TargetTrouble('unreachable', `${place.base}: ${problem}. Is this a vault's address?`);
  }
}

/** Why an answer is none that a vault gives; undefined where it may be one. */
function problemOf(answer: Answer | Lost, reply: WireReply | undefined): string | undefined {
  // One call that fails may be a fault of this one call; being throttled to the end is not.
  if ('lost' in answer && (answer.lost !== 'server-error' || reply?.status === 429)) return answer.detail;
  const isPage = typeof reply?.body === 'string' && /^\s*</.test(reply.body);
  return isPage ? `answered ${reply.status} with a page of HTML or XML` : undefined;
}
