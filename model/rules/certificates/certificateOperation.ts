import type { Call } from '../../call.ts';
import type { Command } from '../../command.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { CertificateContent, CertificateOperation, Content } from '../../world/content.ts';
import type { Facts } from '../../world/facts.ts';
import type { Live } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { anyRefusal } from '../errors/refusals.ts';
import { pendingNotFound } from './certificateRefusals.ts';
import { operationFacts, showOperation } from './operationView.ts';

/** `GET`, `PATCH` and `DELETE /certificates/{name}/pending`: the operation that makes a certificate (CR-06, CR-07). */
export function certificateOperation(call: Call<Command>, world: World): Outcome[] {
  const { object } = world;
  const none = unchanged(object, pendingNotFound(call.name), ['CR-06', 'ER-02']);
  if (object.phase !== 'live') return [none];
  const operation = object.content.certificate?.operation ?? 'unknown';
  if (operation === 'none') return [none];
  if (operation === 'unknown') return [none, ...answered(call, object, undefined)];
  return answered(call, object, operation);
}

function answered(call: Call<Command>, live: Live, operation: CertificateOperation | undefined): Outcome[] {
  switch (call.command.op) {
    case 'deleteOperation':
      return [shown(call, factsNow(operation), () => withOperation(live, 'none'), ['CR-06'])];
    case 'updateOperation':
      return cancelled(call, live, operation);
    default:
      return [
        shown(call, factsNow(operation), (facts) => withOperation(live, operationFrom(facts, operation)), [
          'CR-07',
        ]),
      ];
  }
}

/** Cancelling is asked for; whether it comes in time shows later. */
function cancelled(call: Call<Command>, live: Live, operation: CertificateOperation | undefined): Outcome[] {
  const { cancellation_requested: _before, ...rest } = factsNow(operation);
  const isTold = 'input' in call.command && call.command.input !== 'unrecorded';
  const facts = isTold ? { ...rest, cancellation_requested: true } : rest;
  const asked = shown(call, facts, (seen) => withOperation(live, operationFrom(seen, operation)), ['CR-07']);
  if (operation?.status === 'inProgress') return [asked];
  return [asked, unchanged(live, anyRefusal(), ['CR-07', 'ER-02'], 'when the operation is over')];
}

function shown(
  call: Call<Command>,
  facts: Facts,
  after: (facts: Facts) => Live,
  rules: Outcome['rules'],
): Outcome {
  return {
    pattern: { status: [200], object: showOperation(call, facts) },
    rules,
    next: (answer) => after(answer?.object ? operationFacts(answer.object.fields) : facts),
  };
}

/** What an operation shows now: what it asks for stays, what it came to depends on its status. */
function factsNow(operation: CertificateOperation | undefined): Facts {
  if (!operation) return {};
  const { csr, request_id: request, cancellation_requested: cancelling, issuer, target } = operation.facts;
  return {
    ...(issuer !== undefined && !operation.isContested && { issuer }),
    ...(operation.status === 'completed' && target && { target }),
    ...(csr !== undefined && !operation.isContested && { csr }),
    ...(request !== undefined && !operation.isContested && { request_id: request }),
    ...(cancelling !== undefined && { cancellation_requested: cancelling }),
    status: operation.status,
    ...(operation.status === 'inProgress' && { target: null, error: null }),
  };
}

function operationFrom(facts: Facts, before: CertificateOperation | undefined): CertificateOperation {
  const status = String(facts.status);
  const known = ['inProgress', 'completed', 'cancelled', 'failed'] as const;
  return { ...before, facts, status: known.find((other) => other === status) ?? 'failed' };
}

function withOperation(live: Live, operation: CertificateContent['operation']): Live {
  const { certificate } = live.content;
  const content: Content = {
    ...live.content,
    certificate: { ...certificate, operation },
  };
  return { ...live, content };
}
