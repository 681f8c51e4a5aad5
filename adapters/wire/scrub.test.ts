import { describe, expect, it } from 'vitest';
import { scrubAnswer, scrubCommand, scrubReply, scrubRequest, valueToken } from './scrub.ts';

const SECRET = 'correct horse battery staple';
const set = { op: 'set', vault: 'v', kind: 'secret', name: 'a', input: { value: SECRET } } as const;

describe('scrub', () => {
  it('should leave no trace of a secret value in command, request, reply or answer', () => {
    const scrubbed = [
      scrubCommand(set),
      scrubRequest(set, { method: 'PUT', url: 'https://v/secrets/a', body: { value: SECRET } }),
      scrubReply(set, { status: 200, headers: { 'set-cookie': SECRET }, body: { value: SECRET, id: 'x' } }),
      scrubAnswer({ status: 200, object: { name: 'a', fields: { value: SECRET } }, oddities: [] }),
      scrubAnswer({ status: 200, blob: SECRET, oddities: [] }),
      scrubCommand({ op: 'restore', vault: 'v', kind: 'secret', blob: SECRET }),
    ];
    expect(JSON.stringify(scrubbed)).not.toContain('horse');
  });

  it('should take the credentials out of a request', () => {
    const request = {
      method: 'GET',
      url: 'https://v/',
      headers: { authorization: 'Bearer abc', accept: '*/*' },
    };
    expect(scrubRequest({ ...set, op: 'get' }, request).headers).toEqual({ accept: '*/*' });
  });

  it('should give equal texts equal tokens, different texts different ones, and leave tokens alone', () => {
    expect(valueToken(SECRET)).toBe(valueToken(SECRET));
    expect(valueToken(SECRET)).not.toBe(valueToken('another'));
    expect(valueToken(valueToken(SECRET))).toBe(valueToken(SECRET));
  });

  it('should keep the size of a text that is too large', () => {
    expect(valueToken('x'.repeat(25_601))).toContain(';bytes=25601>');
  });

  it('should leave the items of a list alone', () => {
    const reply = {
      status: 200,
      headers: {},
      body: { value: [{ id: 'https://v/secrets/a' }], nextLink: null },
    };
    expect(scrubReply({ op: 'list', vault: 'v', kind: 'secret' }, reply)).toEqual(reply);
  });
});
