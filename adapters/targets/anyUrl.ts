import type { Adapter } from '../adapter.ts';
import { NO_TOKEN } from '../rest/token/tokenSource.ts';
import { parseBaseUrl } from './baseUrl.ts';
import { openConnection } from './connection.ts';
import { createControlApi } from './controlApi.ts';
import { embedded } from './embedded.ts';
import { plainUrl } from './plainUrl.ts';
import type { TargetOptions } from './targetOptions.ts';
import type { TargetPreset } from './targetPreset.ts';

/**
 * Whatever answers at a URL, found out by asking: this package's own emulator with all that it can do, else a vault of
 * which only its answers tell.
 */
export const anyUrl: TargetPreset = { ...plainUrl, open };

async function open(options: TargetOptions): Promise<Adapter> {
  return (await isOwnEmulator(options)) ? embedded.open(options) : plainUrl.open(options);
}

/** Milliseconds within which the emulator of this package answers for certain. */
const PATIENCE = 5000;

/** Whether the emulator's control endpoints answer there; they want no token, so none is shown. */
async function isOwnEmulator(options: TargetOptions): Promise<boolean> {
  const { host, connect, prefix } = options;
  // Whoever names a host to send, or what names begin with, asks for one vault behind the address.
  if (options.url === undefined || [host, connect, prefix].some((each) => each !== undefined)) return false;
  const url = parseBaseUrl(options.url);
  if (url.protocol !== 'https:') return false;
  const timeoutMs = Math.min(PATIENCE, options.timeoutMs ?? PATIENCE);
  const asked: TargetOptions = {
    url: options.url,
    ...(options.ca !== undefined && { ca: options.ca }),
    ...(options.insecure && { insecure: true }),
    timeoutMs,
  };
  const { transport } = openConnection(asked, { url, tokens: NO_TOKEN, selfSigned: true });
  try {
    const api = createControlApi(transport, url.origin);
    const clock = await api.call({ method: 'GET', path: '/emulator/clock' });
    return typeof clock === 'object' && clock !== null && 'now' in clock && 'frozen' in clock;
  } catch {
    // What is wrong there shows when the target itself is asked.
    return false;
  } finally {
    await transport.close();
  }
}
