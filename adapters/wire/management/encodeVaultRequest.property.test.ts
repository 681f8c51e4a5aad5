import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../../model/command.ts';
import type { Json } from '../../../model/json.ts';
import { encodeVaultRequest } from './encodeVaultRequest.ts';
import { parseVaultRequest } from './parseVaultRequest.ts';

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9]$/);
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{1,22}$/);
const id = fc.uuid();
const call = { vault: fc.constant('arm'), kind: fc.constant('vault' as const) };
const apiVersion = fc.constantFrom('2016-10-01', '2023-07-01');
const inGroup = fc.record({ subscription: id, resourceGroup: word });
const inLocation = fc.record({ subscription: id, location: word });
const inSubscription = fc.record({ subscription: id });
const input = fc.record(
  {
    location: word,
    tags: fc.dictionary(word, fc.string()),
    tenantId: id,
    sku: fc.constant({ family: 'A', name: 'standard' }),
    accessPolicies: fc.constant([]),
    enableSoftDelete: fc.boolean(),
    softDeleteRetentionInDays: fc.integer(),
    enablePurgeProtection: fc.boolean(),
    enableRbacAuthorization: fc.boolean(),
  },
  { requiredKeys: [] },
);
const operations = <Op extends Command['op']>(...ops: Op[]): fc.Arbitrary<Op> => fc.constantFrom(...ops);

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({ ...call, op: operations('get', 'delete'), name, scope: inGroup, apiVersion }),
  fc.record({
    ...call,
    op: operations('create', 'recover', 'update'),
    name,
    scope: inGroup,
    apiVersion,
    input,
  }),
  fc.record({
    ...call,
    op: fc.constant('updateAccessPolicy' as const),
    change: fc.constantFrom('add' as const, 'replace' as const, 'remove' as const),
    name,
    scope: inGroup,
    apiVersion,
    input: fc.record({ accessPolicies: fc.constant([]) }),
  }),
  fc.record({ ...call, op: operations('getDeleted', 'purge'), name, scope: inLocation, apiVersion }),
  fc.record({
    ...call,
    op: fc.constant('getPurgeResult' as const),
    operation: word,
    scope: inLocation,
    apiVersion,
  }),
  fc.record({ ...call, op: fc.constant('checkName' as const), name, scope: inSubscription, apiVersion }),
  fc.record(
    {
      ...call,
      op: fc.constant('list' as const),
      scope: fc.oneof(inGroup, inSubscription),
      apiVersion,
      maxResults: fc.nat(),
      next: word,
    },
    { requiredKeys: ['vault', 'kind', 'op', 'scope', 'apiVersion'] },
  ),
  fc.record({ ...call, op: fc.constant('listDeleted' as const), scope: inSubscription, apiVersion }),
);

test('should write requests that are read as the same commands', () => {
  fc.assert(
    fc.property(command, (wanted) => {
      const { method, path, query, body } = encodeVaultRequest(wanted, '2099-01-01');
      const json: Json | undefined = body === undefined ? undefined : JSON.parse(body);
      const read = parseVaultRequest({
        vault: 'arm',
        method,
        path,
        query,
        ...(json !== undefined && { body: json }),
      });
      expect(read).toEqual(wanted);
    }),
  );
});

test('should follow a continuation by its path and query', () => {
  const next = 'https://elsewhere.example/subscriptions/s/providers/Microsoft.KeyVault/vaults?$skiptoken=abc';
  const { path, query } = encodeVaultRequest(
    { op: 'list', vault: 'arm', kind: 'vault', scope: { subscription: 's' }, next },
    '2023-07-01',
  );
  expect(path).toBe('/subscriptions/s/providers/Microsoft.KeyVault/vaults');
  expect(query).toEqual({ $skiptoken: 'abc' });
});

test('should send no api-version where none is wanted, and the usual one where none is said', () => {
  const list: Command = { op: 'listDeleted', vault: 'arm', kind: 'vault', scope: { subscription: 's' } };
  expect(encodeVaultRequest(list, '2023-07-01').query).toEqual({ 'api-version': '2023-07-01' });
  expect(encodeVaultRequest({ ...list, apiVersion: null }, '2023-07-01').query).toEqual({});
});

test('should write what hangs on a vault beneath it, in the version of who keeps it', () => {
  const named = {
    vault: 'arm',
    kind: 'vault',
    name: 'v',
    scope: { subscription: 's', resourceGroup: 'g' },
  } as const;
  const put = {
    op: 'putExtension',
    extension: 'roleAssignment',
    id: 'i',
    input: { principalId: 'p' },
  } as const;
  expect(encodeVaultRequest({ ...named, ...put }, '2023-07-01')).toMatchObject({
    method: 'PUT',
    path: '/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v/providers/Microsoft.Authorization/roleAssignments/i',
    query: { 'api-version': '2022-04-01' },
    body: '{"properties":{"principalId":"p"}}',
  });
  const get = { op: 'getExtension', extension: 'eventSubscription', id: 'i' } as const;
  const { method, path, body } = encodeVaultRequest({ ...named, ...get }, '2023-07-01');
  expect([method, body]).toEqual(['GET', undefined]);
  expect(path).toMatch(/vaults\/v\/providers\/Microsoft\.EventGrid\/eventSubscriptions\/i$/);
});
