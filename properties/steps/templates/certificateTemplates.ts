import type { Fields } from '../../../model/fields.ts';
import type { JsonObject } from '../../../model/json.ts';
import { selfSigned, signedElsewhere } from '../samples/certificatePolicy.ts';
import { sampleCertificate } from '../samples/sampleCertificate.ts';
import type { StepTemplate } from './stepTemplate.ts';
import { updating } from './updating.ts';

/** What certificates can be asked beside what all kinds can: their operations, their policy, and what they own. */
export const CERTIFICATE_TEMPLATES: readonly StepTemplate[] = [
  {
    label: 'create',
    tier: 'life',
    make: (slot, round) => ({
      call: 'create',
      slot,
      input: { policy: selfSigned, tags: { round: String(round) } },
    }),
  },
  creating('create to be signed elsewhere', 'content', () => ({ policy: signedElsewhere })),
  creating('create disabled', 'edge', () => ({ policy: selfSigned, enabled: false })),
  creating('create without a policy', 'edge', () => ({ tags: { none: 'policy' } })),
  {
    label: 'import',
    tier: 'content',
    make: (slot, round) => ({
      call: 'import',
      slot,
      input: { value: sampleCertificate(), policy: IMPORTED, tags: { round: String(round) } },
    }),
  },
  {
    label: 'import what is no certificate',
    tier: 'edge',
    make: (slot) => ({ call: 'import', slot, input: { value: 'bm90IGEgY2VydGlmaWNhdGU=' } }),
  },
  updating('update tags', (round) => ({ tags: { [`round${round}`]: 'updated' } })),
  { label: 'get the operation', tier: 'content', make: (slot) => ({ call: 'getOperation', slot }) },
  {
    label: 'cancel the operation',
    tier: 'content',
    make: (slot) => ({ call: 'updateOperation', slot, input: { cancellation_requested: true } }),
  },
  { label: 'delete the operation', tier: 'content', make: (slot) => ({ call: 'deleteOperation', slot }) },
  { label: 'merge', tier: 'content', make: (slot) => ({ call: 'merge', slot, signed: 'as asked' }) },
  {
    label: 'merge what nobody asked for',
    tier: 'edge',
    make: (slot) => ({ call: 'merge', slot, signed: 'for another key' }),
  },
  { label: 'get the policy', tier: 'content', make: (slot) => ({ call: 'getPolicy', slot }) },
  {
    label: 'update the policy',
    tier: 'content',
    make: (slot) => ({ call: 'updatePolicy', slot, input: { lifetime_actions: [EMAIL] } }),
  },
  {
    label: 'list with what is pending',
    tier: 'content',
    make: (slot) => ({ call: 'list', slot, includePending: true }),
  },
  {
    label: 'list deleted with what is pending',
    tier: 'content',
    make: (slot) => ({ call: 'listDeleted', slot, includePending: true }),
  },
  ...owned('secret'),
  ...owned('key'),
  {
    label: 'set a secret of its name',
    tier: 'content',
    about: 'secret',
    make: (slot, round) => ({ call: 'set', slot, kind: 'secret', input: { value: `value ${round}` } }),
  },
  {
    label: 'create a key of its name',
    tier: 'content',
    about: 'key',
    make: (slot) => ({ call: 'create', slot, kind: 'key', input: { kty: 'EC', crv: 'P-256' } }),
  },
];

/** CR-01 to CR-04: the key and the secret of a certificate, touched directly. */
function owned(kind: 'secret' | 'key'): readonly StepTemplate[] {
  const calls = ['get', 'delete', 'getDeleted', 'recover', 'purge', 'backup', 'listVersions'] as const;
  return [
    ...calls.map(
      (call): StepTemplate => ({
        label: `${call} its ${kind}`,
        tier: 'content',
        about: kind,
        make: (slot) => ({ call, slot, kind }),
      }),
    ),
    {
      label: `disable its ${kind}`,
      tier: 'content',
      about: kind,
      needs: 'version',
      make: (slot) => ({ call: 'update', slot, kind, version: 'latest', input: { enabled: false } }),
    },
    { label: `list ${kind}s`, tier: 'edge', about: kind, make: (slot) => ({ call: 'list', slot, kind }) },
    {
      label: `list deleted ${kind}s`,
      tier: 'edge',
      about: kind,
      make: (slot) => ({ call: 'listDeleted', slot, kind }),
    },
  ];
}

const EMAIL: JsonObject = {
  trigger: { days_before_expiry: 30 },
  action: { action_type: 'EmailContacts' },
};

const IMPORTED: JsonObject = {
  key_props: { kty: 'RSA', key_size: 2048, exportable: true, reuse_key: false },
  secret_props: { contentType: 'application/x-pem-file' },
  issuer: { name: 'Self' },
};

function creating(label: string, tier: 'content' | 'edge', input: () => Fields): StepTemplate {
  return { label, tier, make: (slot) => ({ call: 'create', slot, input: input() }) };
}
