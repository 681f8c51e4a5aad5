import type { Divergence, SequenceRow, WireRequest } from '../../model/event.ts';

const VAULT = 'https://vault-1.localhost:8443';
const DAY = 86_400;

function request(method: string, path: string, body?: WireRequest['body']): WireRequest {
  const url = `${VAULT}${path}?api-version=7.4`;
  const headers = { authorization: 'Bearer (scrubbed)', 'content-type': 'application/json' };
  return body === undefined ? { method, url } : { method, url, headers, body };
}

const SET_FIRST: SequenceRow = {
  at: 0,
  call: 'SetSecret s1',
  state: 'absent',
  answer: '200',
  request: request('PUT', '/secrets/s1', { value: '(scrubbed)' }),
  reply: {
    status: 200,
    headers: {},
    body: { value: '(scrubbed)', id: `${VAULT}/secrets/s1/0123456789abcdef0123456789abcdef` },
  },
};

const DELETE_IT: SequenceRow = {
  at: 0,
  call: 'DeleteSecret s1',
  state: 'live',
  answer: '200, deleted',
  request: request('DELETE', '/secrets/s1'),
};

/** Setting a deleted name succeeds. */
export const SET_ON_DELETED: Divergence = {
  signature: 'SetSecret/deleted/NR-01/status 200 instead of 409',
  severity: 'wrong-outcome',
  rules: ['NR-01'],
  operation: 'SetSecret',
  state: 'deleted',
  differs: 'status 200 instead of 409',
  expected: [
    { answer: '409 Conflict / ObjectIsDeletedButRecoverable', rules: ['NR-01'] },
    { answer: '409 Conflict / ObjectIsBeingDeleted', rules: ['AS-02'], when: 'while the deletion settles' },
  ],
  observed: {
    answer: '200 with a new version',
    wire: {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: {
        value: '(scrubbed)',
        id: `${VAULT}/secrets/s1/fedcba9876543210fedcba9876543210`,
        attributes: {
          enabled: true,
          created: 1760000010,
          updated: 1760000010,
          recoveryLevel: 'CustomizedRecoverable+Purgeable',
        },
      },
    },
  },
  sequence: [
    SET_FIRST,
    DELETE_IT,
    {
      at: 300,
      call: 'SetSecret s1',
      state: 'deleted',
      answer: '200 with a new version',
      request: request('PUT', '/secrets/s1', { value: '(scrubbed)' }),
    },
  ],
  settings: { softDelete: true, retentionDays: 7, purgeProtection: false },
  count: 3,
  confirmation: 'reproduced',
};

/** The automatic purge comes before its time. */
export const PURGED_EARLY: Divergence = {
  signature: 'GetDeletedSecret/deleted/RC-04/status 404 instead of 200',
  severity: 'data-lost-early',
  rules: ['RC-04', 'PG-07'],
  operation: 'GetDeletedSecret',
  state: 'deleted',
  differs: 'status 404 instead of 200',
  expected: [
    {
      answer: '200 with the deleted secret',
      rules: ['LS-02', 'RC-04'],
      when: 'until its scheduledPurgeDate',
    },
  ],
  observed: {
    answer: '404 SecretNotFound',
    wire: {
      status: 404,
      headers: {},
      body: { error: { code: 'SecretNotFound', message: 'Deleted Secret not found: s1' } },
    },
  },
  sequence: [
    SET_FIRST,
    DELETE_IT,
    { at: 0, call: 'advance 6 d 23 h 59 min 59 s', advance: 7 * DAY - 1 },
    {
      at: 7 * DAY - 1,
      call: 'GetDeletedSecret s1',
      state: 'deleted',
      answer: '404 SecretNotFound',
      request: request('GET', '/deletedsecrets/s1'),
    },
  ],
  settings: { softDelete: true, retentionDays: 7, purgeProtection: true },
  count: 1,
  confirmation: 'reproduced',
  remark: 'The target purges one second before the date that it gives itself.',
};

/** A list of active secrets shows a deleted one. */
export const LISTED_DELETED: Divergence = {
  signature: 'ListSecrets/deleted/LS-01/lists a deleted name',
  severity: 'data-reachable',
  rules: ['LS-01'],
  operation: 'ListSecrets',
  state: 'deleted',
  differs: 'the list holds s1',
  expected: [{ answer: '200 with a list without s1', rules: ['LS-01'] }],
  observed: { answer: '200 with a list of s1' },
  sequence: [
    SET_FIRST,
    DELETE_IT,
    {
      at: 300,
      call: 'ListSecrets',
      state: 'deleted',
      answer: '200 with a list of s1',
      request: request('GET', '/secrets'),
    },
  ],
  settings: { softDelete: true, retentionDays: 90, purgeProtection: false },
  count: 12,
  confirmation: 'reproduced',
};

/** A divergence that did not come again. */
export const SEEN_ONCE: Divergence = {
  ...LISTED_DELETED,
  signature: 'GetSecret/absent/ER-09/status 500 instead of 404',
  severity: 'wrong-code',
  rules: ['ER-09'],
  operation: 'GetSecret',
  state: 'absent',
  differs: 'status 500 instead of 404',
  expected: [{ answer: '404 SecretNotFound', rules: ['ER-09'] }],
  observed: { answer: '500' },
  sequence: [
    { at: 0, call: 'GetSecret s1', state: 'absent', answer: '500', request: request('GET', '/secrets/s1') },
  ],
  count: 1,
  confirmation: 'flaky',
};
