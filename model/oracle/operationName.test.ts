import { expect, it } from 'vitest';
import { operationName } from './operationName.ts';

it.each([
  ['set', 'secret', 'SetSecret'],
  ['getDeleted', 'secret', 'GetDeletedSecret'],
  ['recover', 'key', 'RecoverDeletedKey'],
  ['purge', 'certificate', 'PurgeDeletedCertificate'],
  ['list', 'secret', 'ListSecrets'],
  ['listDeleted', 'key', 'ListDeletedKeys'],
  ['listVersions', 'certificate', 'ListCertificateVersions'],
  ['restore', 'secret', 'RestoreSecret'],
] as const)('should call %s of a %s %s', (op, kind, name) => {
  expect(operationName({ op, kind })).toBe(name);
});
