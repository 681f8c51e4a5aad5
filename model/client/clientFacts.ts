import type { Answer, Lost } from '../answer.ts';
import type { Command } from '../command.ts';
import type { ClientOutcome } from '../event.ts';
import type { RuleId } from '../rule.ts';

/** One call as far as a client library's own behaviour shows in it. */
export interface ClientCall {
  readonly command: Command;
  readonly answer: Answer | Lost;
  readonly client: ClientOutcome;
  /** What the library asked of its own accord before and after. */
  readonly before: readonly SideCall[];
  readonly after: readonly SideCall[];
}

/** A call that a library made of its own accord. */
export interface SideCall {
  readonly command: Command;
  readonly answer: Answer | Lost;
}

/** What a call shows of the rules about client libraries: which it kept and which it broke. */
export interface ClientFacts {
  readonly kept: readonly RuleId[];
  readonly broken: readonly RuleId[];
}

const NOTHING: ClientFacts = { kept: [], broken: [] };

/**
 * What a call through a client library shows of the rules on how such libraries poll and wait (AS-07 to AS-10). They
 * are about the library, not the target: what breaks one is no fault of the target's.
 */
export function clientFacts(call: ClientCall): ClientFacts {
  switch (call.command.op) {
    case 'delete':
      return isSoftDeleted(call) ? deletionFacts(call) : NOTHING;
    case 'recover':
      return isSoftDeleted(call) ? recoveryFacts(call) : NOTHING;
    case 'purge':
      return purgeFacts(call);
    default:
      return NOTHING;
  }
}

function isSoftDeleted({ command: { kind } }: ClientCall): boolean {
  return kind === 'secret' || kind === 'key' || kind === 'certificate';
}

/** AS-07: done at once without a recoveryId; else as the first look at the deleted object says. */
function deletionFacts({ answer, client, before, after }: ClientCall): ClientFacts {
  if (client.overRest || !('status' in answer) || answer.status !== 200) return NOTHING;
  if (answer.object?.fields.recoveryId === undefined) {
    return facts('AS-07', after.length === 0 && client.poller === 'done');
  }
  const [look, ...more] = after;
  if (!look || more.length > 0 || before.length > 0) return facts('AS-07', false);
  return lookFacts('AS-07', 'getDeleted', look, client);
}

/** AS-08 and AS-09: a look at the active object, then the call unless that answered, then a look again. */
function recoveryFacts({ answer, client, before, after }: ClientCall): ClientFacts {
  const [first] = before;
  if (client.overRest) {
    // A call that the library has no words for is not its own; one that it left out was answered beforehand.
    if (!first) return NOTHING;
    const isLive = first.command.op === 'get' && 'status' in first.answer && first.answer.status === 200;
    return facts('AS-09', isLive && client.poller === 'done');
  }
  const isRefused = first?.command.op === 'get' && !('status' in first.answer && first.answer.status === 200);
  const looked = facts('AS-09', isRefused);
  const [look] = after;
  if (!('status' in answer) || answer.status !== 200 || !look) return looked;
  const polled = lookFacts('AS-08', 'get', look, client);
  return { kept: [...looked.kept, ...polled.kept], broken: [...looked.broken, ...polled.broken] };
}

/** AS-10: nothing is asked around a purge, and no poller is made. */
function purgeFacts({ answer, client, before, after }: ClientCall): ClientFacts {
  if (client.overRest || !('status' in answer) || answer.status !== 204) return NOTHING;
  return facts('AS-10', before.length === 0 && after.length === 0 && client.poller === undefined);
}

/** What a look of a poller must make of it: 200 and 403 end it, 404 does not, anything else is an error. */
function lookFacts(
  rule: RuleId,
  op: 'get' | 'getDeleted',
  { command, answer }: SideCall,
  { poller }: ClientOutcome,
): ClientFacts {
  if (!('status' in answer)) return NOTHING;
  return facts(rule, command.op === op && poller === expectedPoller(answer.status));
}

function expectedPoller(status: number): ClientOutcome['poller'] {
  if (status === 200 || status === 403) return 'done';
  return status === 404 ? 'waits' : undefined;
}

function facts(rule: RuleId, isKept: boolean): ClientFacts {
  return isKept ? { kept: [rule], broken: [] } : { kept: [], broken: [rule] };
}
