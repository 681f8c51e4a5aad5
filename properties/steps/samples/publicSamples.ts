import { sampleCertificate } from './sampleCertificate.ts';
import { SAMPLE_DIGEST } from './sampleDigest.ts';
import { EC_KEY, RSA_KEY } from './sampleKeys.ts';

/** What runs send that looks like a secret and is none: the same in each run, and written in this source. */
export function publicSamples(): readonly string[] {
  return [SAMPLE_DIGEST, sampleCertificate(), ...Object.values(EC_KEY), ...Object.values(RSA_KEY)].map(
    String,
  );
}
