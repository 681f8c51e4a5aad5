import type { Call } from '../../call.ts';
import type { DocumentCommand, SetCommand } from '../../command.ts';
import type { Json } from '../../json.ts';
import { type Outcome, unchanged } from '../../outcome.ts';
import type { FieldPattern } from '../../pattern/fieldPattern.ts';
import type { RuleId } from '../../rule.ts';
import { addVersion, type CertificateContent, type Content, UNKNOWN_CONTENT } from '../../world/content.ts';
import { type Facts, learn } from '../../world/facts.ts';
import { idsOf } from '../../world/objectState.ts';
import type { World } from '../../world/world.ts';
import { transitional } from '../asynchrony/transitional.ts';
import { anyRefusal, beingDeleted, beingRecovered, deletedButRecoverable } from '../errors/refusals.ts';
import { stampedNow } from '../nameReuse/stampedNow.ts';
import { tellsSettings } from '../visibility/learning.ts';
import { showObject, type View, viewFields } from '../visibility/objectViews.ts';
import { ASKED, askedPolicy } from './askedPolicy.ts';
import { creationInProgress, importRefused, mergeRefused, pendingNotFound } from './certificateRefusals.ts';
import { unlessTaken } from './unlessTaken.ts';

/** `POST /certificates/{name}/import`: a version that is complete at once. */
export function importCertificate(call: Call<SetCommand>, world: World): Outcome[] {
  const { object } = world;
  const { name } = call;
  const unusable = unchanged(
    object,
    importRefused(),
    ['CR-11', 'ER-02'],
    'if the certificate cannot be used',
  );
  // Nothing tells which is looked at first, the name or the certificate: where the name is in the way, either may be.
  switch (object.phase) {
    case 'absent':
      return [
        ...unlessTaken(call, object, [
          imported(
            call,
            world,
            { ...UNKNOWN_CONTENT, complete: true },
            object.gone ? ['NR-03', 'NR-08', 'CR-11'] : ['CR-11'],
          ),
        ]),
        ...(call.namesake === 'live' ? [unusable] : []),
      ];
    case 'live': {
      const operation = object.content.certificate?.operation ?? 'unknown';
      const mayBeUnderWay =
        operation === 'unknown' || (operation !== 'none' && operation.status === 'inProgress');
      const conflict = unchanged(
        object,
        creationInProgress(),
        ['CR-08', 'ER-02'],
        'while a creation is under way',
      );
      return [
        imported(call, world, object.content, ['CR-11', 'LS-09']),
        ...(mayBeUnderWay ? [conflict] : []),
        ...transitional(call, object),
      ];
    }
    case 'deleting':
      return [
        unchanged(
          object,
          beingDeleted('certificate', name),
          ['AS-03', 'ER-07'],
          'while the deletion settles',
        ),
      ];
    case 'deleted':
      return [
        unchanged(object, deletedButRecoverable('certificate', name), ['NR-01', 'ER-05', 'ER-02']),
        unusable,
      ];
    case 'recovering':
      return [
        unchanged(
          object,
          beingRecovered('certificate', name),
          ['RC-08', 'ER-08'],
          'while the recovery settles',
        ),
      ];
    case 'purging':
      return [
        unchanged(object, beingDeleted('certificate', name), ['NR-09', 'ER-07'], 'while the purge settles'),
      ];
  }
}

function imported(call: Call<SetCommand>, world: World, before: Content, rules: readonly RuleId[]): Outcome {
  const { input } = call.command;
  const sent: Facts =
    input === 'unrecorded'
      ? {}
      : {
          tags: input.tags ?? null,
          enabled: input.enabled ?? true,
          ...asking(askedPolicy(input.policy, 'import')),
        };
  return made(call, world, before, { ...sent, managed: null }, 'restored', 200, rules, {
    operation: 'none',
    isPlaceholder: false,
  });
}

/** `POST /certificates/{name}/pending/merge`: completes an operation with what somebody else signed. */
export function mergeCertificate(call: Call<DocumentCommand>, world: World): Outcome[] {
  const { object } = world;
  const none = unchanged(object, pendingNotFound(call.name), ['CR-06', 'ER-02']);
  if (object.phase !== 'live') return [none];
  const operation = object.content.certificate?.operation ?? 'unknown';
  const unfit = unchanged(object, mergeRefused(), ['CR-07', 'ER-02'], 'if what is merged does not fit');
  if (operation === 'none') return [none];
  if (operation === 'unknown') return [none, unfit, merged(call, world, object.content)];
  if (operation.status !== 'inProgress') return [unchanged(object, anyRefusal(), ['CR-07', 'ER-02'])];
  const busy = unchanged(object, anyRefusal(), ['CR-08', 'ER-02'], 'if an issuer is at work on it');
  return [merged(call, world, object.content), unfit, ...(operation.issuer === 'Unknown' ? [] : [busy])];
}

function merged(call: Call<DocumentCommand>, world: World, before: Content): Outcome {
  const operation = before.certificate?.operation;
  const isPlaceholder = before.certificate?.isPlaceholder ?? false;
  const content: Content = isPlaceholder ? { ...before, versions: [], currentKnown: false } : before;
  const { policy, asked } = before.certificate ?? {};
  const policyFacts = asking(policy === undefined ? asked : askedPolicy(policy, 'create'));
  return made(call, world, content, { managed: null, ...policyFacts }, 'bundle', 201, ['CR-07'], {
    operation: typeof operation === 'object' ? { ...operation, status: 'completed' } : 'unknown',
    isPlaceholder: false,
  });
}

function asking(policy: Json | undefined): Facts {
  return policy === undefined ? {} : { [ASKED]: policy };
}

/** CR-01, and recordings: a certificate that is there shows itself, its thumbprint, its key and its secret (676 of 676). */
const WHOLE: { readonly [field: string]: FieldPattern } = {
  cer: { any: 'string' },
  x5t: { any: 'string' },
  kid: { any: 'string' },
  sid: { any: 'string' },
};

function made(
  call: Call,
  world: World,
  before: Content,
  facts: Facts,
  view: View,
  status: number,
  rules: readonly RuleId[],
  certificate: CertificateContent,
): Outcome {
  const shown = showObject(call, view, { fresh: idsOf(before) }, facts, world.settings);
  const whole = { ...shown, fields: { ...shown.fields, ...WHOLE } };
  return {
    pattern: { status: [status], object: stampedNow(call, whole) },
    rules: [...rules, 'RT-13'],
    next: (answer) => {
      const seen = answer?.object;
      const {
        policy,
        pending: _pending,
        [ASKED]: _asked,
        ...own
      } = seen ? learn(facts, seen.fields, viewFields('certificate', view)) : facts;
      const version = seen?.version === undefined ? { facts: own } : { id: seen.version, facts: own };
      const content = addVersion(before, version);
      return {
        phase: 'live',
        content: { ...content, certificate: { ...certificate, ...(policy && { policy }) } },
      };
    },
    tells: tellsSettings,
  };
}
