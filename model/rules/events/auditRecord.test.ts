import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '../../operations.ts';
import { auditName, auditRecord } from './auditRecord.ts';

const SECRET = { vault: 'v', kind: 'secret', name: 'a' } as const;

describe('the audit record of a call', () => {
  it('should be named after kind and operation (EV-03)', () => {
    expect(auditRecord({ op: 'getDeleted', ...SECRET }, { status: 200 })).toEqual({
      operationName: 'SecretGetDeleted',
      resultType: 'Success',
      resultSignature: 'OK',
      httpStatusCode: 200,
      rule: 'EV-03',
    });
    expect(auditName({ op: 'use', kind: 'key', use: 'unwrapKey' })).toBe('KeyUnwrap');
    expect(auditName({ op: 'list', kind: 'issuer' })).toBe('CertificateIssuersList');
  });

  it('should be left by refused calls too, and tell a call without a token apart', () => {
    expect(auditRecord({ op: 'purge', ...SECRET }, { status: 403 })).toMatchObject({
      operationName: 'SecretPurge',
      resultType: 'Failed',
      resultSignature: 'Forbidden',
    });
    expect(auditRecord({ op: 'purge', ...SECRET }, { status: 401 })?.operationName).toBe('Authentication');
  });

  it('should have no name for the purge of a vault, nor for lists of vaults (EV-04)', () => {
    expect(auditName({ op: 'recover', kind: 'vault' })).toBe('VaultRecover');
    const unnamed = OPERATIONS.filter((operation) => auditName(operation) === undefined);
    expect(unnamed.map(({ op }) => op)).toEqual([
      'list',
      'getDeleted',
      'listDeleted',
      'purge',
      'getPurgeResult',
      'checkName',
      'putExtension',
      'getExtension',
      'createGroup',
      'deleteGroup',
    ]);
    expect(unnamed.every(({ kind }) => kind === 'vault')).toBe(true);
  });
});
