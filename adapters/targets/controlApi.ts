import type { Json, JsonObject } from '../../model/json.ts';
import { readBody } from '../rest/replyBody.ts';
import { sendWithRetries } from '../rest/retrying.ts';
import type { HttpReply, Transport } from '../rest/transport.ts';
import { TargetTrouble } from '../targetTrouble.ts';

/** A call to what a target offers beside its vaults: its clock, the making of vaults. */
export interface ControlCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path and query. */
  readonly path: string;
  readonly body?: JsonObject;
  /** Whether a 404 is as good as a success: what is to be removed may be gone. */
  readonly mayBeGone?: true;
}

/** Speaks to the control interface of a target. */
export interface ControlApi {
  /**
   * Makes a call that must succeed, and answers its body.
   * @throws TargetTrouble (refused) when it does not
   */
  call(call: ControlCall): Promise<Json | undefined>;
}

/** The control interface under a target's own address. */
export function createControlApi(transport: Transport, origin: string): ControlApi {
  return {
    async call({ method, path, body, mayBeGone }) {
      const { result } = await sendWithRetries(transport, {
        method,
        origin,
        path,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        ...(body && { body: JSON.stringify(body) }),
      });
      const what = `${method} ${origin}${path}`;
      if ('lost' in result) throw new TargetTrouble('refused', `${what}: ${result.detail}`);
      if (mayBeGone && result.status === 404) return undefined;
      return bodyOf(result, what);
    },
  };
}

function bodyOf(reply: HttpReply, what: string): Json | undefined {
  const body = readBody(reply.body);
  if (reply.status < 200 || reply.status > 299) {
    const said = body.kind === 'json' ? ` ${JSON.stringify(body.json).slice(0, 300)}` : '';
    throw new TargetTrouble(
      'refused',
      `${what}: answered ${reply.status}${said}. Is this the target that was named?`,
    );
  }
  if (body.kind === 'text')
    throw new TargetTrouble('refused', `${what}: answered a body that is ${body.problem}`);
  return body.kind === 'json' ? body.json : undefined;
}
