import { describe, expect, it } from 'vitest';
import type { Answer, ObjectView } from '../answer.ts';
import type { Command } from '../command.ts';
import type { Fields } from '../fields.ts';
import { later, NOW } from '../testing/calls.ts';
import { DAY } from '../window.ts';
import { HistoryOracle } from './historyOracle.ts';

const PLACEHOLDER = '11111111111111111111111111111111';
const MADE = '22222222222222222222222222222222';

/** An oracle of a recording of the service whose beginning is not there, and how it judges each call. */
function recording(): (call: object, answer: Omit<Answer, 'oddities'>, at?: number) => string {
  const oracle = new HistoryOracle({ strictness: { service: true } });
  let now = 0;
  return (call, answer, at = now + 1) => {
    now = at;
    const command = { vault: 'v.vault.azure.net', apiVersion: '7.3', ...call } as Command;
    return oracle.observe({ command, answer: { ...answer, oddities: [] }, window: later(at) }).judgement;
  };
}

function certificate(version: string | undefined, fields: Fields): ObjectView {
  const common = { created: NOW, updated: NOW, nbf: NOW - 600, exp: NOW + 31_536_000 };
  return { name: 'c', ...(version !== undefined && { version }), fields: { ...common, ...fields } };
}

const LEVEL = { recoveryLevel: 'Recoverable+Purgeable', recoverableDays: 90 };
const BEING_MADE = certificate(PLACEHOLDER, {
  ...LEVEL,
  policy: {},
  enabled: false,
  pending: 'certificates/c/pending',
});
const COMPLETE: Fields = {
  policy: {},
  enabled: true,
  x5t: 'thumbprint',
  cer: 'certificate',
  kid: `keys/c/${MADE}`,
  sid: `secrets/c/${MADE}`,
};

describe('a certificate that was being made before a recording begins', () => {
  const GET = { op: 'get', kind: 'certificate', name: 'c' };
  const LIST = { op: 'list', kind: 'certificate' };
  const OPERATION: Fields = {
    issuer: { name: 'Unknown' },
    csr: 'csr',
    cancellation_requested: false,
    status: 'inProgress',
    status_details: 'Pending certificate created. Please Perform Merge to complete the request.',
    request_id: 'id',
  };

  it('should be taken to complete unseen, under another version', () => {
    const judge = recording();
    expect(judge(GET, { status: 200, object: BEING_MADE })).toBe('explained');
    const item = certificate(undefined, { enabled: true, x5t: 'thumbprint', subject: '' });
    expect(judge(LIST, { status: 200, page: { items: [item] } })).toBe('explained');
    const made = certificate(MADE, { ...LEVEL, ...COMPLETE, pending: 'certificates/c/pending' });
    expect(judge(GET, { status: 200, object: made })).toBe('explained');
    expect(judge(GET, { status: 200, object: BEING_MADE })).toBe('unexplained');
  });

  it('should be missing from lists for as long as nobody has seen it whole', () => {
    const judge = recording();
    const operation = { name: 'c', fields: OPERATION };
    expect(judge({ ...GET, op: 'getOperation' }, { status: 200, object: operation })).toBe('explained');
    expect(judge(LIST, { status: 200, page: { items: [] } })).toBe('explained');
    expect(judge({ ...GET, op: 'listVersions' }, { status: 200, page: { items: [] } })).toBe('explained');
  });

  it('should have to be listed once it was listed with its thumbprint', () => {
    const judge = recording();
    expect(judge({ ...GET, op: 'getPolicy' }, { status: 200, object: policy() })).toBe('explained');
    const item = certificate(undefined, { enabled: true, x5t: 'thumbprint', subject: '' });
    expect(judge(LIST, { status: 200, page: { items: [item] } })).toBe('explained');
    expect(judge(LIST, { status: 200, page: { items: [] } })).toBe('unexplained');
  });

  function policy(): ObjectView {
    const parts = { key_props: {}, secret_props: {}, x509_props: {}, issuer: {} };
    return { name: 'c', fields: { ...parts, enabled: true, created: NOW, updated: NOW } };
  }
});

describe('a change of the policy of a certificate', () => {
  const UPDATE = { op: 'update', kind: 'certificate', name: 'c' };
  const whole = certificate(MADE, { ...LEVEL, ...COMPLETE, policy: {} });

  it('should leave its time as it was, also where nobody saw that before (2016)', () => {
    const judge = recording();
    const update = { ...UPDATE, input: { policy: {} } };
    expect(judge(update, { status: 200, object: whole }, 60)).toBe('explained');
    const retagged = { ...UPDATE, input: { policy: {}, tags: { a: 'b' } } };
    expect(judge(retagged, { status: 200, object: whole }, 61)).toBe('unexplained');
  });

  it('should be possible wherever the recorder kept no bodies', () => {
    const judge = recording();
    const update = { ...UPDATE, input: 'unrecorded' };
    expect(judge(update, { status: 200, object: whole }, 60)).toBe('explained');
  });
});

describe('a vault whose changes were recorded without what was sent', () => {
  const PUT = { vault: 'management', kind: 'vault', name: 'v', op: 'create', input: 'unrecorded' };
  const vault = (fields: Fields): ObjectView => ({
    name: 'v',
    fields: {
      location: 'westus',
      tenantId: 't',
      sku: { family: 'A', name: 'standard' },
      tags: {},
      accessPolicies: [],
      enabledForDeployment: false,
      vaultUri: 'https://v.vault.azure.net/',
      resourceGroup: 'g',
      ...fields,
    },
  });
  const put = { ...PUT, apiVersion: '2019-09-01', scope: { subscription: 's', resourceGroup: 'g' } };

  it('should have any setting turned on, and none turned off for which there is no way back', () => {
    const judge = recording();
    const answers = [
      vault({ enableSoftDelete: false }),
      vault({ enableSoftDelete: true, enableRbacAuthorization: true }),
      vault({ enableSoftDelete: true, enableRbacAuthorization: false, enablePurgeProtection: true }),
    ];
    for (const object of answers) expect(judge(put, { status: 200, object })).toBe('explained');
    expect(judge(put, { status: 200, object: vault({ enableSoftDelete: true }) })).toBe('unexplained');
  });
});

it('should tell the key that was deleted from others to which a recorder gave its name, in whatever order they are listed', () => {
  const judge = recording();
  const deleted = (at: number): ObjectView => {
    const dates = { deletedDate: at, scheduledPurgeDate: at + 90 * DAY, recoveryId: 'deletedkeys/k' };
    return { name: 'k', fields: { enabled: true, created: at - 1, updated: at - 1, ...LEVEL, ...dates } };
  };
  const key = { op: 'delete', kind: 'key', name: 'k' };
  const material = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y', key_ops: ['sign', 'verify'] };
  const own = deleted(NOW + 1);
  const shown = { ...own, version: MADE, fields: { ...own.fields, ...material } };
  expect(judge(key, { status: 200, object: shown })).toBe('explained');
  const [earlier, list] = [deleted(NOW - 600), { op: 'listDeleted', kind: 'key' }];
  expect(judge(list, { status: 200, page: { items: [earlier, own] } })).toBe('explained');
  expect(judge(list, { status: 200, page: { items: [own, earlier] } })).toBe('explained');
  expect(judge({ ...key, op: 'getDeleted' }, { status: 200, object: shown })).toBe('explained');
  expect(judge(list, { status: 200, page: { items: [own, own] } })).toBe('unexplained');
  expect(judge(list, { status: 200, page: { items: [earlier] } })).toBe('unexplained');
});

it('should judge on at the same pace wherever each call may begin another run of a test', () => {
  const oracle = new HistoryOracle({ strictness: { service: true } });
  const began = performance.now();
  for (let i = 0; i < 1000; i++) {
    const command: Command = { op: 'get', vault: 'v', kind: 'secret', name: 'a', apiVersion: '7.3' };
    const refusal = { code: 'SecretNotFound', message: 'Secret not found: a' };
    const answer = { status: 404, refusal, oddities: [] };
    const judged = oracle.observe({ command, answer, window: later(i), mayBeAnotherRun: true });
    expect(judged.judgement).toBe('explained');
  }
  // With a world for each of them it took minutes.
  expect(performance.now() - began).toBeLessThan(30_000);
}, 60_000);
