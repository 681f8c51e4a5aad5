import type { RsaPrivateKey } from './privateKey.ts';
import { newRsaKey } from './rsaKey.ts';

/** The public exponent of every key, as the service has it. */
const EXPONENT = 65_537n;

/**
 * The source of RSA keys of one size. Primes are what takes time, so each new prime is paired with all that came before
 * it: the first thousand keys cost 46 primes. No two keys are the same, but many share a factor, which makes them
 * correct and worthless: fit for tests alone.
 */
class QuickRsaKeySource {
  readonly #bits: number;
  readonly #primes: bigint[] = [];
  /** The next key is the product of these two primes, by place; the second is the lower one. */
  #high = 1;
  #low = 0;
  #last: Promise<unknown> = Promise.resolve();
  #growing: Promise<void> | undefined;

  constructor(bits: number) {
    this.#bits = bits;
  }

  /** A key that was not given out before in this process. */
  next(): Promise<RsaPrivateKey> {
    const key = this.#last.then(() => this.#make());
    this.#last = key.catch(() => undefined);
    return key;
  }

  /** Sees to it that the keys of the next prime can be had at once. */
  async prepare(): Promise<void> {
    if (this.#primes.length <= this.#high + 1) await this.#grow();
  }

  async #make(): Promise<RsaPrivateKey> {
    while (this.#primes.length <= this.#high) await this.#grow();
    const [p = 0n, q = 0n] = [this.#primes[this.#high], this.#primes[this.#low]];
    this.#low += 1;
    if (this.#low === this.#high) {
      this.#high += 1;
      this.#low = 0;
    }
    // Other threads make the next primes before they are missed. What failed now is tried again when it is needed.
    void this.prepare().catch(() => undefined);
    return keyOfPrimes(p, q, this.#bits / 2);
  }

  /** Adds the primes of a key that is made apart from this thread; callers at the same time share it. */
  #grow(): Promise<void> {
    this.#growing ??= newRsaKey(this.#bits)
      .then(({ p, q }) => {
        for (const prime of [decode(p), decode(q)]) {
          if (!this.#primes.includes(prime)) this.#primes.push(prime);
        }
      })
      .finally(() => {
        this.#growing = undefined;
      });
    return this.#growing;
  }
}

const SOURCES = new Map<number, QuickRsaKeySource>();

/** A new RSA key that may share a factor with others. */
export function newQuickRsaKey(bits: number): Promise<RsaPrivateKey> {
  return sourceOf(bits).next();
}

/** Makes in the background what the first keys of the usual size need. */
export async function prepareQuickRsaKeys(): Promise<void> {
  await sourceOf(2048).prepare();
}

function sourceOf(bits: number): QuickRsaKeySource {
  const source = SOURCES.get(bits) ?? new QuickRsaKeySource(bits);
  SOURCES.set(bits, source);
  return source;
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

function decode(value: string): bigint {
  return BigInt(`0x${Buffer.from(value, 'base64url').toString('hex')}`);
}
