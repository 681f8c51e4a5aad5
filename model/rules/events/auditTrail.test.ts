import { describe, expect, it } from 'vitest';
import type { Command } from '../../command.ts';
import { commandOf } from '../../testing/calls.ts';
import { auditDifferences, type LoggedCall, type MadeCall } from './auditTrail.ts';

const purge = (status: number, more: Partial<MadeCall> = {}): MadeCall => ({
  command: commandOf({ op: 'purge', name: 'a' }),
  answer: { status, oddities: [] },
  ...more,
});

const record = (operationName: string, httpStatusCode: number, resultSignature: string): LoggedCall => ({
  operationName,
  httpStatusCode,
  resultSignature,
  resultType: httpStatusCode < 400 ? 'Success' : 'Failed',
});

const PURGED = record('SecretPurge', 204, 'No Content');
const REFUSED = record('SecretPurge', 403, 'Forbidden');

describe('the audit trail of a vault', () => {
  it('should have one record of each call, the refused ones too, in any order', () => {
    expect(auditDifferences([purge(204), purge(403), purge(403)], [REFUSED, PURGED, REFUSED])).toEqual([]);
  });

  it('should be told where it lacks a record, or has one too many', () => {
    expect(auditDifferences([purge(204), purge(403)], [PURGED])).toEqual([
      { record: 'SecretPurge, 403 Forbidden', rule: 'EV-03', logged: 0, due: { least: 1, most: 1 } },
    ]);
    expect(auditDifferences([purge(204)], [PURGED, PURGED])).toMatchObject([{ logged: 2, due: { most: 1 } }]);
  });

  it('should be told where a record has another result than the call', () => {
    const wrong = { ...REFUSED, resultType: 'Success' as const };
    expect(auditDifferences([purge(403)], [wrong]).map((difference) => difference.record)).toEqual([
      'SecretPurge, 403 Forbidden',
      'SecretPurge, 403 Forbidden, as Success',
    ]);
  });

  it('should leave open what was logged of a reply that was lost', () => {
    const lost = purge(0, { answer: { lost: 'timeout', detail: 'none' } });
    expect(auditDifferences([lost], [PURGED])).toEqual([]);
    expect(auditDifferences([lost], [])).toEqual([]);
    expect(auditDifferences([purge(404, { isOptional: true })], [])).toEqual([]);
  });

  it('should not ask for a record of what no list of operations names: the purge of a vault (EV-04)', () => {
    const command = { op: 'purge', kind: 'vault', vault: 'arm', name: 'v' } as Command;
    const activity = record('Microsoft.KeyVault/locations/deletedVaults/purge/action', 202, 'Accepted');
    expect(auditDifferences([{ command, answer: { status: 202, oddities: [] } }], [activity])).toEqual([]);
  });
});
