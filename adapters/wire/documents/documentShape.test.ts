import { describe, expect, it } from 'vitest';
import { POLICY_DOCUMENT } from './certificateDocuments.ts';
import { type DocumentShape, documentOddities } from './documentShape.ts';
import { PURGE_DONE_DOCUMENT } from './vaultDocuments.ts';

const POLICY = {
  id: 'https://v/certificates/c/policy',
  key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
  secret_props: { contentType: 'application/x-pkcs12' },
  x509_props: {
    subject: 'CN=c',
    ekus: ['1.3.6.1.5.5.7.3.1'],
    key_usage: ['digitalSignature'],
    validity_months: 12,
    basic_constraints: { ca: false },
  },
  lifetime_actions: [{ trigger: { lifetime_percentage: 80 }, action: { action_type: 'AutoRenew' } }],
  issuer: { name: 'Self' },
  attributes: { enabled: true, created: 1, updated: 1 },
};

describe('documentOddities', () => {
  const paths = (shape: DocumentShape, value: Parameters<typeof documentOddities>[1]): readonly string[] =>
    documentOddities(shape, value, '').map(({ path }) => path);

  it('should find nothing odd in a policy as the service writes it', () => {
    expect(paths(POLICY_DOCUMENT, POLICY)).toEqual([]);
  });

  it.each([
    ['x509_props.subject', { ...POLICY, x509_props: { ...POLICY.x509_props, subject: 7 } }],
    ['x509_props.key_usage[0]', { ...POLICY, x509_props: { ...POLICY.x509_props, key_usage: ['signing'] } }],
    ['key_props.reuse', { ...POLICY, key_props: { ...POLICY.key_props, reuse: true } }],
    ['lifetime_actions', { ...POLICY, lifetime_actions: {} }],
    [
      'lifetime_actions[0].trigger',
      { ...POLICY, lifetime_actions: [{ action: { action_type: 'AutoRenew' } }] },
    ],
    ['issuer', { ...POLICY, issuer: null }],
    ['attributes.enabled', { ...POLICY, attributes: { ...POLICY.attributes, enabled: 'true' } }],
  ])('should find what is not as the service writes it: %s', (path, value) => {
    expect(paths(POLICY_DOCUMENT, value)).toEqual([path]);
  });

  it('should tell dates from other texts', () => {
    const done = { createdDateTime: '2020-04-22 06:14:19Z', lastActionDateTime: 'soon', status: 'Succeeded' };
    expect(paths(PURGE_DONE_DOCUMENT, done)).toEqual(['lastActionDateTime']);
  });

  it('should hold tags to be texts', () => {
    expect([paths('tags', { a: 'b' }), paths('tags', { a: 1 })]).toEqual([[], ['']]);
  });
});
