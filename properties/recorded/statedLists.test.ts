import { describe, expect, it } from 'vitest';
import type { Json } from '../../model/json.ts';
import { FIRST, type ToldExchange, verdictsOn } from './testing/verdicts.ts';

const VAULT = 'https://vault-1.vault.azure.net';
const IDS = ['1', '2', '3'].map((digit) => digit.repeat(32));

function secret(id: string, i: number): { readonly [field: string]: Json } {
  const created = FIRST + i + 1;
  const level = { recoveryLevel: 'Recoverable+Purgeable', recoverableDays: 90 };
  return {
    id: `${VAULT}/secrets/a/${id}`,
    attributes: { enabled: true, created, updated: created, ...level },
  };
}

const MADE: readonly ToldExchange[] = IDS.map((id, i) => ({
  method: 'PUT',
  path: '/secrets/a',
  status: 200,
  sent: { value: 'v' },
  body: { value: 'v', ...secret(id, i) },
}));

/** One page of the versions: which of them it shows, the token it is asked with and the link to the next. */
function page(shown: readonly number[], token?: string, nextLink: string | null = null): ToldExchange {
  return {
    method: 'GET',
    path: '/secrets/a/versions',
    status: 200,
    body: { value: shown.map((i) => secret(IDS[i] ?? '', i)), nextLink },
    query: { maxresults: '2', ...(token !== undefined && { $skiptoken: token }) },
  };
}

describe('versions that are listed page by page', () => {
  const LINK = `${VAULT}/secrets/a/versions?api-version=7.1&$skiptoken=t1&maxresults=2`;

  it('should all be on one of the pages, which follow each other by the token in the link', () => {
    expect(verdictsOn([...MADE, page([0, 1], undefined, LINK), page([2], 't1')]).at(-1)).toBe('explained');
    expect(verdictsOn([...MADE, page([0], undefined, LINK), page([2], 't1')]).at(-1)).toBe('unexplained');
    expect(verdictsOn([...MADE, page([0, 1], undefined, LINK), page([1, 2], 't1')]).at(-1)).toBe(
      'unexplained',
    );
  });

  it('should not be missed where the pages before were not seen', () => {
    expect(verdictsOn([...MADE, page([2], 't1')]).at(-1)).toBe('explained');
  });
});

describe('the key of a secret that a certificate owns', () => {
  const [id = ''] = IDS;
  const get = (kid: string): ToldExchange => ({
    method: 'GET',
    path: '/secrets/a',
    status: 200,
    body: { value: 'v', managed: true, kid, ...secret(id, -9) },
  });

  it('should have the name and the version of the secret, and stand in the same vault', () => {
    expect(verdictsOn([get(`${VAULT}/keys/a/${id}`)])).toEqual(['explained']);
    expect(verdictsOn([get(`${VAULT}/keys/b/${id}`)])).toEqual(['unexplained']);
    expect(verdictsOn([get(`${VAULT}/keys/a/${IDS[1]}`)])).toEqual(['unexplained']);
    expect(verdictsOn([get(`https://vault-2.vault.azure.net/keys/a/${id}`)])).toEqual(['unexplained']);
  });
});

describe('the operation that makes a certificate', () => {
  const begun = (issuer: string, status = 202): ToldExchange => ({
    method: 'POST',
    path: '/certificates/a/create',
    status,
    sent: { policy: { x509_props: { subject: 'cn=a' }, issuer: { name: 'Self' } } },
    body: {
      id: `${VAULT}/certificates/a/pending`,
      issuer: { name: issuer },
      csr: 'csr',
      cancellation_requested: false,
      status: 'inProgress',
      status_details: 'Pending certificate created. Please Perform Merge to complete the request.',
      request_id: 'r',
    },
  });

  it('should name the issuer that was asked, and go on naming it', () => {
    expect(verdictsOn([begun('Self')])).toEqual(['explained']);
    expect(verdictsOn([begun('Other')])).toEqual(['unexplained']);
    const poll = { ...begun('Other'), method: 'GET', path: '/certificates/a/pending', status: 200 };
    expect(verdictsOn([begun('Self'), poll]).at(-1)).toBe('unexplained');
  });

  it('should be missed by its name', () => {
    const missing = (name: string): ToldExchange => ({
      method: 'GET',
      path: '/certificates/a/pending',
      status: 404,
      body: {
        error: { code: 'PendingCertificateNotFound', message: `Pending certificate not found: ${name}` },
      },
    });
    expect(verdictsOn([missing('a')])).toEqual(['explained']);
    expect(verdictsOn([missing('b')])).toEqual(['unexplained']);
  });
});
