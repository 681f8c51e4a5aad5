import { describe, expect, it } from 'vitest';
import type { Json } from '../../model/json.ts';
import { type ToldExchange, verdictsOn } from './testing/verdicts.ts';

const VAULT = '/subscriptions/sub-1/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/vault-1';
const LOCATION = '/subscriptions/sub-1/providers/Microsoft.KeyVault/locations/westus';
const SOFT = { enableSoftDelete: true };
const SENT = { tenantId: 't', sku: { family: 'A', name: 'standard' }, accessPolicies: [], ...SOFT };

function vault(state: string, more: Json = SOFT): Json {
  const properties = {
    sku: SENT.sku,
    tenantId: 't',
    accessPolicies: [],
    enabledForDeployment: false,
    vaultUri: `https://vault-1.vault.azure.net${state === 'Succeeded' ? '/' : ''}`,
    provisioningState: state,
    ...(more as object),
  };
  return {
    id: VAULT,
    name: 'vault-1',
    type: 'Microsoft.KeyVault/vaults',
    location: 'westus',
    tags: {},
    properties,
  };
}

function put(state: string, properties: Json = SENT, shown: Json = SOFT): ToldExchange {
  const sent = { location: 'westus', properties };
  return { method: 'PUT', path: VAULT, status: 200, sent, body: vault(state, shown) };
}

const GET: ToldExchange = { method: 'GET', path: VAULT, status: 200, body: vault('Succeeded') };
const DELETE: ToldExchange = { method: 'DELETE', path: VAULT, status: 200 };
const RECOVER = { tenantId: 't', sku: SENT.sku, createMode: 'recover' };

function last(...exchanges: readonly ToldExchange[]): string | undefined {
  return verdictsOn(exchanges).at(-1);
}

describe('the DNS name of a vault', () => {
  it('should be registered at once where a vault is recovered or comes back, and stay so', () => {
    expect(last(put('RegisteringDns'), GET)).toBe('explained');
    expect(last(put('RegisteringDns'), GET, { ...GET, body: vault('RegisteringDns') })).toBe('unexplained');
    expect(last(put('RegisteringDns'), GET, DELETE, put('Succeeded', RECOVER))).toBe('explained');
    expect(last(put('RegisteringDns'), GET, DELETE, put('RegisteringDns', RECOVER))).toBe('unexplained');
    expect(last(put('RegisteringDns'), GET, DELETE, put('Succeeded'))).toBe('explained');
    expect(last(put('RegisteringDns'), GET, DELETE, put('RegisteringDns'))).toBe('unexplained');
    expect(last(put('Failed'))).toBe('unexplained');
  });
});

describe('a vault that is written', () => {
  it('should be answered with 200, never with 201', () => {
    const patch = { ...put('Succeeded', { enableSoftDelete: true }), method: 'PATCH' };
    for (const one of [put('RegisteringDns'), patch, put('Succeeded', RECOVER)]) {
      expect(last(one)).not.toBe('unexplained');
      expect(last({ ...one, status: 201 })).toBe('unexplained');
    }
  });
});

describe('soft delete', () => {
  it('should not be off in the answer to a request that does not speak of it', () => {
    const { enableSoftDelete: _soft, ...silent } = SENT;
    expect(last(put('RegisteringDns', silent, {}))).toBe('explained');
    expect(last(put('RegisteringDns', silent, SOFT))).toBe('explained');
    expect(last(put('RegisteringDns', silent, { enableSoftDelete: false }))).toBe('unexplained');
  });
});

describe('a change that was not recorded', () => {
  const PROTECTED = { ...SOFT, enablePurgeProtection: true };
  const absent = {
    method: 'GET',
    path: VAULT,
    status: 404,
    body: { error: { code: 'ResourceNotFound', message: '' } },
  };
  const change = (before: Json, after: Json): string | undefined =>
    verdictsOn([absent, put('RegisteringDns', {}, before), put('Succeeded', {}, after)], false).at(-1);

  it('should be taken to have turned on what can be turned on, and never off', () => {
    expect(change({}, SOFT)).toBe('explained');
    expect(change(SOFT, PROTECTED)).toBe('explained');
    expect(change(SOFT, { ...SOFT, softDeleteRetentionInDays: 17 })).toBe('explained');
    expect(change(SOFT, { enableSoftDelete: false })).toBe('unexplained');
    expect(change(PROTECTED, SOFT)).toBe('unexplained');
    expect(
      change({ ...SOFT, softDeleteRetentionInDays: 17 }, { ...SOFT, softDeleteRetentionInDays: 18 }),
    ).toBe('unexplained');
  });
});

describe('the purge of a vault', () => {
  const PURGE = { method: 'POST', path: `${LOCATION}/deletedVaults/vault-1/purge`, status: 202 };
  const createdDateTime = '2021-03-01 00:00:10Z';
  const poll = (status: number, body: Json): ToldExchange => ({
    method: 'GET',
    path: `${LOCATION}/operationResults/op`,
    status,
    body: { createdDateTime, ...(body as object) },
  });

  it('should say that it has not begun until it says that it is over', () => {
    const over = poll(200, { lastActionDateTime: createdDateTime, status: 'Succeeded' });
    expect(last(PURGE, poll(202, { status: 'NotStarted' }))).toBe('explained');
    expect(last(PURGE, over)).toBe('explained');
    expect(last(PURGE, poll(202, { status: 'Succeeded' }))).toBe('unexplained');
    expect(last(PURGE, poll(200, { status: 'NotStarted' }))).toBe('unexplained');
    expect(last(PURGE, poll(202, { lastActionDateTime: createdDateTime, status: 'NotStarted' }))).toBe(
      'unexplained',
    );
  });
});
