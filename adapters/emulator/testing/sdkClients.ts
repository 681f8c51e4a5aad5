import { Agent } from 'node:https';
import type { PipelinePolicy } from '@azure/core-rest-pipeline';
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

/**
 * Lets a client of the SDK find every host name on this machine, as a resolver that knows names under localhost does.
 * Its connections are closed with the emulator.
 */
export function localHosts(emulator: EmulatorUnderTest): PipelinePolicy {
  const agent = new Agent({
    ca: emulator.running.caPem,
    lookup: (_host, options, done) =>
      options.all === true ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
  });
  return {
    name: 'localHosts',
    sendRequest: (request, next) => {
      request.agent = agent;
      return next(request);
    },
  };
}
