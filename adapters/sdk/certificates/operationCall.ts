import type { CertificateClient } from '@azure/keyvault-certificates';

/**
 * Looks at, ends or deletes the operation of a certificate that is being made. The library looks at an operation, and
 * ends one, by a poller that reads the certificate first.
 */
export async function certificateOperationCall(
  client: CertificateClient,
  op: 'getOperation' | 'updateOperation' | 'deleteOperation',
  name: string,
): Promise<string> {
  if (op === 'deleteOperation') {
    return `deleteCertificateOperation: ${(await client.deleteCertificateOperation(name)).status}`;
  }
  const poller = await client.getCertificateOperation(name);
  if (op === 'updateOperation') await poller.cancelOperation();
  const { certificateOperation } = poller.getOperationState();
  const call = op === 'updateOperation' ? 'cancelOperation' : 'getCertificateOperation';
  return `${call}: ${certificateOperation?.status ?? 'no status'}`;
}
