import type { TokenCredential } from '@azure/identity';
import type { EmulatorUnderTest } from './emulatorUnderTest.ts';

/** A credential for emulators that take any token. */
export const ANY_TOKEN: TokenCredential = {
  getToken: async () => ({ token: 'test-token', expiresOnTimestamp: Date.now() + 3_600_000 }),
};

/** Milliseconds between two looks of a poller. */
export const QUICK: { readonly intervalInMs: number } = { intervalInMs: 5 };

/** What the SDK's data-plane clients need to trust an emulator. */
export function clientOptions(emulator: EmulatorUnderTest): {
  readonly disableChallengeResourceVerification: boolean;
  readonly tlsOptions: { readonly ca: string };
  readonly retryOptions: { readonly maxRetries: number };
} {
  return {
    disableChallengeResourceVerification: true,
    tlsOptions: { ca: emulator.running.caPem },
    retryOptions: { maxRetries: 0 },
  };
}
