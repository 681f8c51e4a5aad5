import { expect, it } from 'vitest';
import { resourceOperation } from './resourceOperation.ts';

const VAULT = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Keyvault/vaults/v';

it.each([
  ['GET', '/storage/account/sas/token', 'GET storage/sas'],
  ['GET', '/certificates/c/pending', 'GET certificates/pending'],
  ['POST', '/', 'POST /'],
  ['PUT', `${VAULT}/privateEndpointConnections/p`, 'PUT vaults/privateEndpointConnections'],
  ['GET', `${VAULT}/providers/Microsoft.Authorization/locks`, 'GET vaults/locks'],
  ['GET', '/providers/Microsoft.KeyVault/operations', 'GET operations'],
])('should call %s %s "%s"', (method, path, operation) => {
  expect(resourceOperation(method, path)).toBe(operation);
});
