import type { Fields } from '../../model/fields.ts';
import { selfSigned } from '../steps/samples/certificatePolicy.ts';
import { setInFull } from '../steps/samples/setInFull.ts';
import type { Step } from '../steps/step.ts';

/** How objects of a kind come to be, and get new versions. */
export interface Births {
  /** With everything that there can be, so that nothing can get lost unseen; `round` makes them differ. */
  readonly full: (slot: number, round: number) => readonly Step[];
  /** Disabled. */
  readonly disabled: (slot: number) => readonly Step[];
}

/** How objects of a kind come to be. */
export function birthsOf(kind: 'secret' | 'key' | 'certificate'): Births {
  return BIRTHS[kind];
}

const EC = { kty: 'EC', crv: 'P-256' };

const BIRTHS: Readonly<Record<'secret' | 'key' | 'certificate', Births>> = {
  secret: {
    full: (slot, round) => [setInFull(slot, round)],
    disabled: (slot) => [{ call: 'set', slot, input: { value: 'hidden', tags: { a: '1' }, enabled: false } }],
  },
  key: {
    full: (slot, round) => [
      {
        call: 'create',
        slot,
        input: { ...EC, tags: { round: String(round), plain: '' }, nbf: 1_000_000_000, exp: 4_000_000_000 },
      },
    ],
    disabled: (slot) => [{ call: 'create', slot, input: { ...EC, tags: { a: '1' }, enabled: false } }],
  },
  certificate: {
    full: (slot, round) => certificate(slot, { tags: { round: String(round), plain: '' } }),
    disabled: (slot) => certificate(slot, { enabled: false }),
  },
};

/** A certificate that is issued, and looked at so that its version is known. */
function certificate(slot: number, input: Fields): readonly Step[] {
  return [
    { call: 'create', slot, input: { policy: selfSigned, ...input } },
    { settle: { slot } },
    { call: 'getOperation', slot },
    { call: 'get', slot },
  ];
}
