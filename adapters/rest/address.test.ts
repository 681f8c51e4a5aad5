import { describe, expect, it } from 'vitest';
import { isLoopback, parseAddress } from './address.ts';

describe('parseAddress', () => {
  it('should read a host and a port', () => {
    expect(parseAddress('127.0.0.1:8443')).toEqual({ host: '127.0.0.1', port: 8443 });
    expect(parseAddress('vault.local:1')).toEqual({ host: 'vault.local', port: 1 });
    expect(parseAddress('[::1]:65535')).toEqual({ host: '::1', port: 65_535 });
  });

  it.each(['', 'host', 'host:', ':80', 'host:0', 'host:65536', 'http://host:80', '::1:80', 'a b:80'])(
    'should refuse %j and say how an address is written',
    (text) => {
      expect(() => parseAddress(text)).toThrow(/HOST:PORT/);
    },
  );
});

describe('isLoopback', () => {
  it.each(['localhost', 'v1.localhost', '127.0.0.1', '127.8.9.10', '::1', '[::1]'])(
    'should take %s for this machine',
    (host) => {
      expect(isLoopback(host)).toBe(true);
    },
  );

  it.each(['localhost.example', '127.0.0.1.example', '128.0.0.1', 'v.vault.azure.net', '10.0.0.1'])(
    'should not take %s for this machine',
    (host) => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});
