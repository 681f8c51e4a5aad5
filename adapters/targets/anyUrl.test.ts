import { expect, it, onTestFinished } from 'vitest';
import { startEmulator } from '../emulator/startEmulator.ts';
import { anyUrl } from './anyUrl.ts';

it('should know the emulator of this package by asking, and use all that it can do', async () => {
  const running = await startEmulator();
  onTestFinished(() => running.close());
  const adapter = await anyUrl.open({ url: running.url, environment: {} });
  onTestFinished(() => adapter.close());
  expect(adapter.summary.name).toBe('embedded');
  expect(adapter.clock).toBeDefined();
  expect(adapter.kinds).toContain('certificate');
});

it('should find out which kinds a vault keeps where a host is named, and tell what is not judged', async () => {
  const running = await startEmulator();
  onTestFinished(() => running.close());
  const adapter = await anyUrl.open({
    url: running.url,
    host: 'default.vault.azure.net',
    insecure: true,
    tokenCommand: 'echo any',
    environment: {},
  });
  onTestFinished(() => adapter.close());
  expect(adapter.summary.name).toBe('url');
  expect(adapter.kinds).toEqual(['secret', 'key', 'certificate', 'issuer']);
  expect(Object.keys(adapter.summary.missing)).toEqual(
    expect.arrayContaining(['clock', 'management', 'permissions', 'metering', 'contacts']),
  );
});
