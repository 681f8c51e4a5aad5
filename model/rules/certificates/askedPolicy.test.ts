import { describe, expect, it } from 'vitest';
import { fits } from '../../pattern/fieldPattern.ts';
import { askedPolicy } from './askedPolicy.ts';

const SENT = {
  key_props: { exportable: true, kty: 'RSA', key_size: null },
  secret_props: {},
  x509_props: {
    subject: 'CN=c',
    sans: { dns_names: [] },
    key_usage: ['keyEncipherment', 'digitalSignature'],
  },
  issuer: { name: 'Self' },
};

const SHOWN = {
  id: 'https://v/certificates/c/policy',
  key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
  x509_props: { subject: 'CN=c', key_usage: ['digitalSignature', 'keyEncipherment'], validity_months: 12 },
  issuer: { name: 'Self' },
};

describe('askedPolicy', () => {
  it('should leave out what says nothing, and what a service shows of its own accord', () => {
    expect(askedPolicy(SENT, 'create')).toEqual({
      key_props: { exportable: true, kty: 'RSA' },
      x509_props: { subject: 'CN=c', key_usage: ['keyEncipherment', 'digitalSignature'] },
      issuer: { name: 'Self' },
    });
    expect(askedPolicy(SENT, 'import')).not.toHaveProperty('x509_props');
    expect(askedPolicy(SENT, 'change')).toMatchObject({ x509_props: { subject: 'CN=c' } });
    expect(askedPolicy({ key_props: {} }, 'create')).toBeUndefined();
  });

  it('should be held by the policy that the service makes of it, and by no other', () => {
    const contains = askedPolicy(SENT, 'create') ?? {};
    expect(fits({ contains }, SHOWN)).toBe(true);
    expect(fits({ contains }, { ...SHOWN, issuer: { name: 'Other' } })).toBe(false);
    expect(fits({ contains }, { ...SHOWN, x509_props: { ...SHOWN.x509_props, key_usage: [] } })).toBe(false);
    expect(fits({ contains }, undefined)).toBe(false);
  });
});
