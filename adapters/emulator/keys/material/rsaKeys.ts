import { generatePrime } from 'node:crypto';
import type { RsaPrivateKey } from './privateKey.ts';

/** The public exponent of every key, as the service has it. */
const EXPONENT = 65_537n;

/**
 * The source of RSA keys of one size. Primes are what takes time, so each new prime is paired with all that came before
 * it: the first thousand keys cost 46 primes. No two keys are the same, but many share a factor, which makes them
 * correct and worthless: fit for tests alone.
 */
class RsaKeySource {
  readonly #primeBits: number;
  readonly #primes: bigint[] = [];
  /** The next key is the product of these two primes, by place; the second is the lower one. */
  #high = 1;
  #low = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(bits: number) {
    this.#primeBits = bits / 2;
  }

  /** A key that was not given out before in this process. */
  next(): Promise<RsaPrivateKey> {
    const key = this.#last.then(() => this.#make());
    this.#last = key.catch(() => undefined);
    return key;
  }

  /** Sees to it that a key can be had at once. */
  async prepare(): Promise<void> {
    this.#last = this.#last.then(() => this.#grow(this.#high + 1));
    await this.#last;
  }

  async #make(): Promise<RsaPrivateKey> {
    await this.#grow(this.#high + 1);
    const [p = 0n, q = 0n] = [this.#primes[this.#high], this.#primes[this.#low]];
    this.#low += 1;
    if (this.#low === this.#high) {
      this.#high += 1;
      this.#low = 0;
    }
    return keyOfPrimes(p, q, this.#primeBits);
  }

  async #grow(length: number): Promise<void> {
    while (this.#primes.length < length) {
      const prime = await newPrime(this.#primeBits);
      if (prime % EXPONENT !== 1n && !this.#primes.includes(prime)) this.#primes.push(prime);
    }
  }
}

const SOURCES = new Map<number, RsaKeySource>();

/** A new RSA key. */
export function newRsaKey(bits: number): Promise<RsaPrivateKey> {
  return sourceOf(bits).next();
}

/** Makes in the background what the first keys of the usual size need. */
export async function prepareRsaKeys(): Promise<void> {
  await sourceOf(2048).prepare();
}

function sourceOf(bits: number): RsaKeySource {
  const source = SOURCES.get(bits) ?? new RsaKeySource(bits);
  SOURCES.set(bits, source);
  return source;
}

/** A prime whose two highest bits are set, so that two of them make a modulus of the full length. */
function newPrime(bits: number): Promise<bigint> {
  return new Promise((resolve, reject) => {
    generatePrime(bits, { bigint: true }, (error, prime) => {
      if (error === null || error === undefined) resolve(prime);
      else reject(error);
    });
  });
}

function keyOfPrimes(p: bigint, q: bigint, primeBits: number): RsaPrivateKey {
  const bytes = primeBits / 8;
  const d = inverse(EXPONENT, (p - 1n) * (q - 1n));
  return {
    kty: 'RSA',
    n: encode(p * q, bytes * 2),
    e: 'AQAB',
    d: encode(d, bytes * 2),
    p: encode(p, bytes),
    q: encode(q, bytes),
    dp: encode(d % (p - 1n), bytes),
    dq: encode(d % (q - 1n), bytes),
    qi: encode(inverse(q, p), bytes),
  };
}

/** The number that makes `value` one modulo `modulus`, to which it is coprime (Euclid's algorithm). */
function inverse(value: bigint, modulus: bigint): bigint {
  let [remainder, next] = [modulus, value % modulus];
  let [factor, nextFactor] = [0n, 1n];
  while (next !== 0n) {
    const quotient = remainder / next;
    [remainder, next] = [next, remainder - quotient * next];
    [factor, nextFactor] = [nextFactor, factor - quotient * nextFactor];
  }
  return factor < 0n ? factor + modulus : factor;
}

function encode(value: bigint, bytes: number): string {
  return Buffer.from(value.toString(16).padStart(bytes * 2, '0'), 'hex').toString('base64url');
}
