import type { ObjectKind } from '../../model/command.ts';
import type { Fields } from '../../model/fields.ts';
import type { VaultSettings } from '../../model/vaultSettings.ts';
import { selfSigned, signedElsewhere } from '../steps/samples/certificatePolicy.ts';
import type { CallStep, Step } from '../steps/step.ts';
import { birthsOf } from './births.ts';
import type { Proposal } from './strategy.ts';

/**
 * Short sequences that lead where single steps, each chosen for itself, hardly ever come together.
 * @param kinds what may be touched: a story that needs another is left out
 */
export function stories(
  kind: ObjectKind,
  [settings]: readonly VaultSettings[],
  kinds: readonly ObjectKind[],
): readonly Proposal[] {
  if (!settings) return [];
  const told = (STORIES[kind] ?? []).filter((steps) =>
    steps.every((step) => !('kind' in step) || step.kind === undefined || kinds.includes(step.kind)),
  );
  return told.map((steps) => ({
    settings,
    kind,
    slots: 1,
    next: (view) => steps[view.length],
  }));
}

const EC: Fields = { kty: 'EC', crv: 'P-256' };

/** 32 bytes to sign. */
const DIGEST = Buffer.alloc(32, 9).toString('base64url');

const sign: CallStep = { call: 'use', slot: 0, use: 'sign', input: { alg: 'ES256', value: DIGEST } };
const born = (input: Fields): Step => ({ call: 'create', slot: 0, input });
const call = (name: 'delete' | 'getDeleted' | 'recover' | 'purge' | 'get'): Step => ({ call: name, slot: 0 });
const settle: Step = { settle: { slot: 0 } };

/** What a certificate owns. */
const OWNED = ['key', 'secret'] as const;

/** KY-02: 2001 and long after any run. */
const PAST = 1_000_000_000;
const FAR = 250_000_000_000;

const STORIES: Readonly<Partial<Record<ObjectKind, readonly (readonly Step[])[]>>> = {
  key: [
    // KY-02: a key outside of its dates.
    [born({ ...EC, nbf: PAST, exp: PAST + 1000 }), sign, call('get')],
    [born({ ...EC, nbf: FAR, exp: FAR + 1000 }), sign, call('get')],
    // ER-23: what a key is not for.
    [born({ ...EC, key_ops: ['verify'] }), sign, call('get')],
    // KY-04: keys in hardware.
    [
      born({ kty: 'EC-HSM', crv: 'P-256' }),
      call('delete'),
      settle,
      call('getDeleted'),
      call('recover'),
      settle,
      sign,
      call('delete'),
      settle,
      call('purge'),
    ],
    // NR-02: the name of a deleted key is free for a secret.
    [
      born(EC),
      call('delete'),
      settle,
      { call: 'set', slot: 0, kind: 'secret', input: { value: 'of the same name' } },
      call('recover'),
      { call: 'get', slot: 0, kind: 'secret' },
    ],
    // ER-22: a disabled key signs nothing.
    [born({ ...EC, enabled: false }), sign],
  ],
  certificate: [
    // CR-07: signed elsewhere and merged.
    [
      born({ policy: signedElsewhere }),
      { call: 'getOperation', slot: 0 },
      { call: 'merge', slot: 0, signed: 'as asked' },
      { call: 'getOperation', slot: 0 },
      call('get'),
      { call: 'get', slot: 0, kind: 'secret' },
    ],
    // CR-08: one operation at a time.
    [born({ policy: signedElsewhere }), born({ policy: signedElsewhere }), call('get')],
    // CR-09: what is pending, in lists.
    [
      born({ policy: signedElsewhere }),
      { call: 'list', slot: 0 },
      { call: 'list', slot: 0, includePending: true },
      call('delete'),
      settle,
      { call: 'listDeleted', slot: 0 },
      { call: 'listDeleted', slot: 0, includePending: true },
    ],
    // CR-03 to CR-05: what a certificate owns is deleted with it, in no list, and nobody else's to delete or to purge.
    ...OWNED.map((kind): readonly Step[] => [
      born({ policy: selfSigned }),
      settle,
      call('get'),
      { call: 'get', slot: 0, kind },
      { call: 'delete', slot: 0, kind },
      { call: 'list', slot: 0, kind },
      call('delete'),
      settle,
      { call: 'get', slot: 0, kind },
      { call: 'listDeleted', slot: 0, kind },
      { call: 'getDeleted', slot: 0, kind },
      { call: 'purge', slot: 0, kind },
      call('recover'),
      settle,
      { call: 'get', slot: 0, kind },
    ]),
    // CR-02: the name of a key or secret is no name for a certificate, nor is it while that is deleted.
    ...OWNED.map((kind): readonly Step[] => [
      ...birthsOf(kind)
        .full(0, 0)
        .map((step) => ({ ...step, kind })),
      born({ policy: selfSigned }),
      call('get'),
      { call: 'delete', slot: 0, kind },
      { settle: { slot: 0 } },
      born({ policy: selfSigned }),
      { call: 'get', slot: 0, kind },
    ]),
  ],
  secret: [
    // NR-02: the name of a deleted secret is free for a key.
    [
      { call: 'set', slot: 0, input: { value: 'first' } },
      call('delete'),
      settle,
      { call: 'create', slot: 0, kind: 'key', input: EC },
      { call: 'get', slot: 0, kind: 'key' },
    ],
  ],
};
