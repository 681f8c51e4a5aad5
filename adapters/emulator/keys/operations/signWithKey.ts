import { badParameter } from '../../errors/badParameter.ts';
import { invalidProperty } from '../../errors/invalidProperty.ts';
import type { Json } from '../../objects/objectBody.ts';
import type { Answer } from '../../requests/answer.ts';
import type { VaultRequest } from '../../requests/vaultRequest.ts';
import { digestLength, SIGNING, type SigningAlgorithm } from '../cryptography/algorithms.ts';
import { signDigest, verifyDigest } from '../cryptography/digestSignature.ts';
import { keyId } from '../keyBundle.ts';
import { readAlgorithm, readBytes, useAnswer } from '../keyUseBody.ts';
import type { KeyVersion } from '../storedKey.ts';
import { usableKey } from '../usableKey.ts';

/** POST /keys/{name}[/{version}]/sign: the signature of a digest. */
export function signWithKey(request: VaultRequest): Answer {
  const body = request.body();
  const algorithm = readAlgorithm(body, SIGNING);
  const digest = readDigest(body, 'value', algorithm);
  const { key, version } = usableKey(request, 'sign');
  checkFit(body, algorithm, version);
  request.service.meter.useKey(request, version);
  const signature = signDigest(version.key, algorithm, digest);
  return useAnswer(version, { kid: keyId(request, key, version), value: signature.toString('base64url') });
}

/** POST /keys/{name}[/{version}]/verify: whether a signature is one of a digest. */
export function verifyWithKey(request: VaultRequest): Answer {
  const body = request.body();
  const algorithm = readAlgorithm(body, SIGNING);
  const digest = readDigest(body, 'digest', algorithm);
  const signature = readBytes(body, 'value');
  const { version } = usableKey(request, 'verify');
  checkFit(body, algorithm, version);
  request.service.meter.useKey(request, version);
  return useAnswer(version, { value: verifyDigest(version.key, algorithm, digest, signature) });
}

function readDigest(body: Json, field: string, { hash }: SigningAlgorithm): Buffer {
  const digest = readBytes(body, field);
  if (digest.length !== digestLength(hash)) throw invalidProperty();
  return digest;
}

function checkFit(body: Json, algorithm: SigningAlgorithm, { key, kty }: KeyVersion): void {
  const fits =
    key.kty === 'EC'
      ? algorithm.scheme === 'ecdsa' && algorithm.curve === key.crv
      : algorithm.scheme !== 'ecdsa';
  if (!fits)
    throw badParameter(`A key of type '${kty}' and the algorithm '${body.alg}' do not fit together.`);
}
