import type { Answer } from '../../answer.ts';
import type { Call } from '../../call.ts';
import type { SetCommand } from '../../command.ts';
import type { Json, JsonObject } from '../../json.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { RuleId } from '../../rule.ts';
import {
  type CertificateContent,
  type CertificateOperation,
  type Content,
  UNKNOWN_CONTENT,
} from '../../world/content.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { beingDeleted, beingRecovered, deletedButRecoverable } from '../errors/refusals.ts';
import { askedPolicy } from './askedPolicy.ts';
import { creationInProgress } from './certificateRefusals.ts';
import { operationFacts, showOperation } from './operationView.ts';
import { unlessTaken } from './unlessTaken.ts';

/** `POST /certificates/{name}/create`: begins an operation (CR-07); the certificate is there at once, as a placeholder. */
export function createCertificate(call: Call<SetCommand>, world: World): Outcome[] {
  const { object } = world;
  switch (object.phase) {
    case 'absent':
      return unlessTaken(call, object, [
        begun(call, { ...UNKNOWN_CONTENT, complete: true }, object.gone ? ['NR-03', 'CR-07'] : ['CR-07']),
      ]);
    case 'live':
      return createAgain(call, object);
    case 'deleting':
      return [
        unchanged(
          object,
          beingDeleted('certificate', call.name),
          ['AS-03', 'ER-07'],
          'while the deletion settles',
        ),
      ];
    case 'deleted':
      return [
        unchanged(object, deletedButRecoverable('certificate', call.name), ['NR-01', 'ER-05', 'ER-02']),
      ];
    case 'recovering':
      return [
        unchanged(
          object,
          beingRecovered('certificate', call.name),
          ['RC-08', 'ER-08'],
          'while the recovery settles',
        ),
      ];
    case 'purging':
      return [
        unchanged(
          object,
          beingDeleted('certificate', call.name),
          ['NR-09', 'ER-07'],
          'while the purge settles',
        ),
      ];
  }
}

/** CR-08: one operation at a time. */
function createAgain(call: Call<SetCommand>, live: Live): Outcome[] {
  const operation = live.content.certificate?.operation ?? 'unknown';
  const outcomes: Outcome[] = [];
  const isUnderWay = typeof operation === 'object' && operation.status === 'inProgress';
  if (!isUnderWay) outcomes.push(begun(call, live.content, ['CR-07']));
  if (isUnderWay && overlaps(call, operation)) outcomes.push(...racing(call, live));
  if (isUnderWay || operation === 'unknown') {
    outcomes.push(
      unchanged(live, creationInProgress(), ['CR-08', 'ER-02'], 'while another creation is under way'),
    );
  }
  if (live.recovered) {
    const when = 'while the recovery settles';
    outcomes.push(unchanged(live, beingRecovered('certificate', call.name), ['RC-08', 'ER-08'], when));
  }
  return outcomes;
}

/** Whether another creation was answered so shortly before that nobody knows which came first. */
function overlaps({ window }: Call, { since }: CertificateOperation): boolean {
  return since !== undefined && window.from <= since.to;
}

/** Creations that race may all be accepted (recordings: six within a second); one of them stays. */
function racing(call: Call<SetCommand>, live: Live): Outcome[] {
  const begins = begun(call, live.content, ['CR-07']);
  const operation = { status: 'inProgress', facts: {}, since: call.window, isContested: true } as const;
  return [{ ...begins, next: () => ({ phase: 'live', content: withOperation(live.content, operation) }) }];
}

function begun(call: Call<SetCommand>, before: Content, rules: readonly RuleId[]): Outcome {
  const issuer = issuerOf(call.command);
  const facts = { status: 'inProgress', cancellation_requested: false, error: null, target: null };
  return {
    pattern: {
      status: [202],
      object: showOperation(call, { ...facts, ...(issuer && { issuer: { name: issuer } }) }),
    },
    rules,
    next: (answer) => ({
      phase: 'live',
      content: withOperation(
        before,
        {
          ...operationOf(answer, issuer),
          ...madeOf(call.command),
          since: call.window,
        },
        call.command,
      ),
    }),
  };
}

function issuerOf({ input }: SetCommand): string | undefined {
  if (input === 'unrecorded' || typeof input.policy !== 'object' || input.policy === null) return undefined;
  const { issuer } = input.policy as { readonly issuer?: { readonly name?: unknown } };
  return typeof issuer?.name === 'string' ? issuer.name : undefined;
}

/** Recordings: who asks for no disabled certificate gets one that is enabled, with the tags that were sent. */
function madeOf({ input }: SetCommand): Pick<CertificateOperation, 'made'> {
  if (input === 'unrecorded') return {};
  const enabled = input.enabled ?? attributesOf(input.policy).enabled ?? true;
  return { made: { enabled, tags: input.tags ?? null } };
}

function attributesOf(policy: Json | undefined): JsonObject {
  const attributes = isObject(policy) ? policy.attributes : undefined;
  return isObject(attributes) ? attributes : {};
}

function isObject(json: Json | undefined): json is JsonObject {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function operationOf(answer: Answer | undefined, asked: string | undefined): CertificateOperation {
  const fields = answer?.object?.fields ?? {};
  const told = fields.issuer as { readonly name?: string } | undefined;
  const issuer = told?.name ?? asked;
  return { status: 'inProgress', facts: operationFacts(fields), ...(issuer !== undefined && { issuer }) };
}

/** The content once a creation is under way: a first one stands as a placeholder that can be seen but not used. */
function withOperation(before: Content, operation: CertificateOperation, command?: SetCommand): Content {
  // What stood for one that was never made stands for the next; whose tags it then shows, no recording tells.
  const stands = before.certificate?.isPlaceholder === true;
  const isFirst = before.versions.length === 0 && before.complete;
  if (!stands && !isFirst) {
    const {
      policy: _changed,
      asked: _asked,
      ...rest
    }: Partial<CertificateContent> = before.certificate ?? {};
    return { ...before, certificate: { ...rest, operation } };
  }
  const certificate = { operation, isPlaceholder: true };
  const sent = command && command.input !== 'unrecorded' ? command.input.policy : undefined;
  // Whose policy is shown of one that stands for another, no recording tells.
  const asked = stands ? undefined : askedPolicy(sent, 'create');
  const facts = {
    ...PLACEHOLDER_FACTS,
    ...(operation.made?.tags !== undefined && !stands && { tags: operation.made.tags }),
  };
  return {
    ...before,
    certificate: { ...certificate, ...(asked && { asked }) },
    versions: [{ facts }],
    currentKnown: true,
  };
}

/** What a placeholder does not have; early services showed it enabled all the same. */
const PLACEHOLDER_FACTS = { kid: null, sid: null, cer: null, x5t: null, managed: null };
