import { constants, createPublicKey, privateDecrypt, publicEncrypt } from 'node:crypto';
import { badParameter } from '../../errors/badParameter.ts';
import { keyObject } from '../material/nodeJwk.ts';
import type { RsaPrivateKey } from '../material/privateKey.ts';
import type { EncryptionAlgorithm } from './algorithms.ts';

/** Encrypts a short message. Throws a 400 for one that is too long for the key. */
export function encryptRsa(key: RsaPrivateKey, algorithm: EncryptionAlgorithm, message: Buffer): Buffer {
  try {
    return publicEncrypt({ key: createPublicKey(keyObject(key)), ...padding(algorithm) }, message);
  } catch {
    throw badParameter('The value is too long for this key and algorithm.');
  }
}

/** Decrypts what `encryptRsa` made. Throws a 400 for anything else that shows itself as such. */
export function decryptRsa(key: RsaPrivateKey, algorithm: EncryptionAlgorithm, cipher: Buffer): Buffer {
  try {
    return privateDecrypt({ key: keyObject(key), ...padding(algorithm) }, cipher);
  } catch {
    throw badParameter('The value was not encrypted with this key and algorithm.');
  }
}

function padding(algorithm: EncryptionAlgorithm): { padding: number; oaepHash?: string } {
  if (algorithm.scheme === 'pkcs1') return { padding: constants.RSA_PKCS1_PADDING };
  return { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: algorithm.hash };
}
