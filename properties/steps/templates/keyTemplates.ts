import type { Fields } from '../../../model/fields.ts';
import { SAMPLE_DIGEST } from '../samples/sampleDigest.ts';
import { EC_KEY, RSA_KEY } from '../samples/sampleKeys.ts';
import type { StepTemplate } from './stepTemplate.ts';
import { updating } from './updating.ts';

/** 2001, 2090 and 2096, in Unix seconds: the run takes place between the first two. */
const PAST = 1_000_000_000;
const LATER = 3_800_000_000;
const FUTURE = 4_000_000_000;

/** What keys can be asked beside what all kinds can. */
export const KEY_TEMPLATES: readonly StepTemplate[] = [
  {
    label: 'create',
    tier: 'life',
    make: (slot, round) => ({ call: 'create', slot, input: { ...EC, tags: { round: String(round) } } }),
  },
  creating('create an RSA key', 'content', () => ({ kty: 'RSA', key_size: 2048 })),
  creating('create disabled', 'content', () => ({ ...EC, enabled: false })),
  importing('import', 'content', () => ({ key: EC_KEY })),
  importing('import an RSA key', 'edge', () => ({ key: RSA_KEY })),
  importing('import an RSA key to hardware', 'edge', () => ({ key: RSA_KEY, Hsm: true })),
  creating('create a hardware key', 'edge', () => ({ kty: 'RSA-HSM', key_size: 2048 })),
  creating('create an EC key in hardware', 'edge', () => ({ kty: 'EC-HSM', crv: 'P-256' })),
  creating('create a key that only signs', 'edge', () => ({ ...EC, key_ops: ['sign'] })),
  creating('create a key that has expired', 'edge', () => ({ ...EC, nbf: PAST, exp: PAST + 1000 })),
  creating('create a key not valid yet', 'edge', () => ({ ...EC, nbf: LATER, exp: FUTURE })),
  creating('create without a type', 'edge', () => ({ key_size: 2048 })),
  creating('create 15 tags', 'edge', () => ({ ...EC, tags: tags(15) })),
  creating('create 16 tags', 'edge', () => ({ ...EC, tags: tags(16) })),
  {
    label: 'create without a body',
    tier: 'edge',
    make: (slot) => ({ call: 'create', slot, input: {}, broken: 'no-body' }),
  },
  updating('update tags', (round) => ({ tags: { [`round${round}`]: 'updated' } })),
  updating('allow only verifying', () => ({ key_ops: ['verify'] })),
  {
    label: 'update without a version',
    tier: 'edge',
    make: (slot, round) => ({ call: 'update', slot, input: { tags: { round: String(round) } } }),
  },
  {
    label: 'update no such version',
    tier: 'edge',
    make: (slot) => ({ call: 'update', slot, version: 'none-such', input: { enabled: true } }),
  },
  { label: 'rotate', tier: 'content', make: (slot) => ({ call: 'rotate', slot }) },
  {
    label: 'get the rotation policy',
    tier: 'content',
    make: (slot) => ({ call: 'getRotationPolicy', slot }),
  },
  {
    label: 'set a rotation policy',
    tier: 'content',
    make: (slot) => ({ call: 'updateRotationPolicy', slot, input: ROTATION }),
  },
  using('sign', 'content', { alg: 'ES256', value: SAMPLE_DIGEST }),
  using('sign', 'edge', { alg: 'RS256', value: SAMPLE_DIGEST }),
  using('wrapKey', 'content', { alg: 'RSA-OAEP-256', value: SAMPLE_DIGEST }),
  using('encrypt', 'edge', { alg: 'RSA-OAEP-256', value: SAMPLE_DIGEST }),
  {
    label: 'sign with the first version',
    tier: 'content',
    needs: 'version',
    make: (slot) => ({
      call: 'use',
      slot,
      use: 'sign',
      version: 'first',
      input: { alg: 'ES256', value: SAMPLE_DIGEST },
    }),
  },
];

const EC: Fields = { kty: 'EC', crv: 'P-256' };

const ROTATION: Fields = {
  lifetimeActions: [
    { trigger: { timeAfterCreate: 'P90D' }, action: { type: 'Rotate' } },
    { trigger: { timeBeforeExpiry: 'P30D' }, action: { type: 'Notify' } },
  ],
  expiryTime: 'P2Y',
};

function creating(label: string, tier: 'content' | 'edge', input: () => Fields): StepTemplate {
  return { label, tier, make: (slot) => ({ call: 'create', slot, input: input() }) };
}

function importing(label: string, tier: 'content' | 'edge', input: () => Fields): StepTemplate {
  return { label, tier, make: (slot) => ({ call: 'import', slot, input: input() }) };
}

function using(use: 'sign' | 'wrapKey' | 'encrypt', tier: 'content' | 'edge', input: Fields): StepTemplate {
  return {
    label: `${use} by ${String(input.alg)}`,
    tier,
    make: (slot) => ({ call: 'use', slot, use, input }),
  };
}

function tags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`tag${i}`, 'x']));
}
