import { describe, expect, it } from 'vitest';
import type { Json } from '../../model/json.ts';
import { FIRST, type ToldExchange, verdictsOn } from './testing/verdicts.ts';

function refusal(code: string, message: string, inner?: string): Json {
  return { error: { code, message, ...(inner !== undefined && { innererror: { code: inner } }) } };
}

function verdict(exchange: ToldExchange): string | undefined {
  return verdictsOn([exchange])[0];
}

const PAGE = '<!DOCTYPE html>\r\n<html>\r\n    <head>\r\n        <title>Runtime Error</title>';

describe('a name that no object can have', () => {
  const backup = (status: number, body: Json): ToldExchange => ({
    method: 'POST',
    path: '/keys/key!@#$%/backup',
    status,
    body,
  });

  it('should be refused with a page of what stands before the service, where no path has such a character', () => {
    expect(verdict(backup(400, PAGE))).toBe('explained');
    expect(verdict(backup(409, PAGE))).toBe('unexplained');
    expect(verdict({ ...backup(400, PAGE), path: '/keys/key/backup' })).toBe('unexplained');
    expect(verdict(backup(400, {}))).toBe('unexplained');
  });

  it('should be refused as a parameter by the service itself, in its own words', () => {
    const text = 'The request URI contains an invalid name: key!@#$%';
    expect(verdict(backup(400, refusal('BadParameter', text)))).toBe('explained');
    expect(verdict(backup(404, refusal('BadParameter', text)))).toBe('unexplained');
    expect(verdict(backup(400, refusal('BadParameters', text)))).toBe('unexplained');
    expect(verdict(backup(400, refusal('BadParameter', 'no')))).toBe('unexplained');
  });
});

describe('an object without a name', () => {
  const NOT_ALLOWED = refusal('MethodNotAllowed', 'HTTP PUT not allowed');

  it('should not be made: there is no such method, or no such operation', () => {
    const set = { method: 'PUT', path: '/secrets/', sent: { value: 'v' }, status: 405, body: NOT_ALLOWED };
    expect(verdict(set)).toBe('explained');
    expect(verdict({ ...set, status: 404 })).toBe('unexplained');
    const create = { method: 'POST', path: '/keys//create', sent: { kty: 'RSA' }, status: 400 };
    expect(verdict({ ...create, body: refusal('BadParameter', 'Operation not specified') })).toBe(
      'explained',
    );
    expect(verdict({ ...create, body: refusal('BadParameter', 'Operation') })).toBe('unexplained');
    const begin = { method: 'POST', path: '/certificates//create', sent: { policy: {} }, status: 405 };
    const body = refusal('MethodNotAllowed', 'HTTP POST not allowed');
    expect(verdict({ ...begin, body })).toBe('explained');
  });
});

describe('a caller who is not let in', () => {
  const get = (text: string, inner: string): ToldExchange => ({
    method: 'GET',
    path: '/secrets/a',
    status: 403,
    body: refusal('Forbidden', text, inner),
  });

  it.each([
    ['Access denied', 'AccessDenied'],
    ['Operation "get" is not allowed by vault policy', 'ForbiddenByPolicy'],
    ['Caller is not authorized to perform action on resource.\r\nIf role assignments ...', 'ForbiddenByRbac'],
    ['Client address is not authorized and caller is not a trusted service.', 'ForbiddenByFirewall'],
  ])('should be told so by the words that go with the code: %s', (text, inner) => {
    expect(verdict(get(text, inner))).toBe('explained');
    const other = inner === 'ForbiddenByPolicy' ? 'ForbiddenByRbac' : 'ForbiddenByPolicy';
    expect(verdict(get(text, other))).toBe('unexplained');
  });
});

describe('a rotation policy with something else in place of an action', () => {
  it.each([null, 7, 'Rotate', [], { trigger: null, action: null }])(
    'should be refused and not stop the judging: %j',
    (action) => {
      const body = {
        id: 'https://vault-1.vault.azure.net/keys/a/rotationpolicy',
        lifetimeActions: [action],
        attributes: { created: 1, updated: 1 },
      };
      const put = {
        method: 'PUT',
        path: '/keys/a/rotationpolicy',
        sent: { lifetimeActions: [action] },
        status: 200,
      };
      expect(verdict({ ...put, body })).toBe('unexplained');
    },
  );
});

describe('a certificate that was just recovered', () => {
  const RECOVERED: ToldExchange = {
    method: 'POST',
    path: '/deletedcertificates/a/recover',
    status: 200,
    body: bundle(),
  };
  const IMPORT = { method: 'POST', path: '/certificates/a/import', sent: { value: 'v' }, status: 409 };

  it('should conflict with an import, although it is read again (RC-08)', () => {
    const get = { method: 'GET', path: '/certificates/a', status: 200, body: bundle(), date: FIRST + 20 };
    const text = 'Certificate a is currently being recovered and cannot be re-created; retry later.';
    const conflict = { ...IMPORT, body: refusal('Conflict', text, 'ObjectIsBeingRecovered') };
    expect(verdictsOn([RECOVERED, get, conflict])).toEqual(['explained', 'explained', 'explained']);
    const other = { ...IMPORT, body: refusal('Conflict', text, 'ObjectIsBeingDeleted') };
    expect(verdictsOn([RECOVERED, get, other]).at(-1)).toBe('unexplained');
  });
});

/** What an answer shows of a certificate. */
function bundle(): Json {
  const vault = 'https://vault-1.vault.azure.net';
  const version = 'a/0123456789abcdef0123456789abcdef';
  return {
    id: `${vault}/certificates/${version}`,
    kid: `${vault}/keys/${version}`,
    sid: `${vault}/secrets/${version}`,
    x5t: 'x',
    cer: 'c',
    policy: policy(`${vault}/certificates/a/policy`),
    attributes: {
      enabled: true,
      nbf: 1,
      exp: 2,
      created: 3,
      updated: 3,
      recoveryLevel: 'Recoverable+Purgeable',
      recoverableDays: 90,
    },
  };
}

/** A policy with no more in it than each has. */
function policy(id: string): Json {
  return {
    id,
    key_props: { exportable: true, kty: 'RSA', key_size: 2048, reuse_key: false },
    secret_props: { contentType: 'application/x-pkcs12' },
    x509_props: {
      subject: 'CN=a',
      ekus: [],
      key_usage: [],
      validity_months: 12,
      basic_constraints: { ca: false },
    },
    lifetime_actions: [],
    issuer: { name: 'Self' },
    attributes: { enabled: true, created: 3, updated: 3 },
  };
}
