import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EmulatorUnderTest } from '../testing/emulatorUnderTest.ts';

let emulator: EmulatorUnderTest;

beforeAll(async () => {
  emulator = await EmulatorUnderTest.start();
});
afterAll(() => emulator.close());

const tags = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`tag${number}`, 'x']));

describe('the body of a set', () => {
  it.each<[string, object]>([
    ['an empty value', { value: '' }],
    ['a value of 25 600 bytes', { value: 'x'.repeat(25_600) }],
    ['a value of 25 600 bytes in UTF-8', { value: 'é'.repeat(12_800) }],
    ['fifteen tags', { value: '1', tags: tags(15) }],
    ['a tag of 512 characters', { value: '1', tags: { ['n'.repeat(512)]: 'v'.repeat(512) } }],
    ['a content type of 255 characters', { value: '1', contentType: 'c'.repeat(255) }],
    ['nulls where nothing is meant', { value: '1', tags: null, contentType: null, attributes: null }],
    ['fields that nobody knows', { value: '1', odd: {}, attributes: { tags: {}, recoveryLevel: 'x' } }],
    ['a tag by an odd name', { value: '1', tags: JSON.parse('{"__proto__": "x"}') as object }],
  ])('should be taken with %s', async (_title, body) => {
    const { status, body: answer } = await emulator.call('PUT', '/secrets/edge', { body });
    expect(status).toBe(200);
    const { value } = body as { value: string };
    expect((answer as { value: string }).value).toBe(value);
    expect((await emulator.call('GET', '/secrets/edge')).body).toEqual(answer);
  });

  it.each<[string, unknown]>([
    ['no value', {}],
    ['a null value', { value: null }],
    ['a number for a value', { value: 1 }],
    ['a value of 25 601 bytes', { value: 'x'.repeat(25_601) }],
    ['a value of 25 601 bytes in UTF-8', { value: `${'é'.repeat(12_800)}x` }],
    ['sixteen tags', { value: '1', tags: tags(16) }],
    ['a tag name of 513 characters', { value: '1', tags: { ['n'.repeat(513)]: 'v' } }],
    ['a tag value of 513 characters', { value: '1', tags: { n: 'v'.repeat(513) } }],
    ['a tag that is no text', { value: '1', tags: { n: 1 } }],
    ['tags that are a list', { value: '1', tags: ['a'] }],
    ['a content type of 256 characters', { value: '1', contentType: 'c'.repeat(256) }],
    ['attributes that are text', { value: '1', attributes: 'enabled' }],
    ['enabled as text', { value: '1', attributes: { enabled: 'false' } }],
    ['a date that is text', { value: '1', attributes: { exp: '2030-01-01' } }],
    ['half a second', { value: '1', attributes: { nbf: 1.5 } }],
    ['a date beyond the calendar', { value: '1', attributes: { exp: 1e12 } }],
    ['a list', [{ value: '1' }]],
    ['a number', '1'],
    ['null', 'null'],
    ['broken JSON', '{"value": "1"'],
    ['nothing', ''],
    ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x7d])],
    ['a hundred thousand brackets', '['.repeat(100_000)],
  ])('should be refused with %s, and change nothing', async (_title, body) => {
    const before = await emulator.set('steady', 'before');
    const { status, body: answer } = await emulator.call('PUT', '/secrets/steady', { body });
    expect([status, answer]).toMatchObject([400, { error: { code: 'BadParameter' } }]);
    expect((await emulator.call('GET', '/secrets/steady')).text).toBe(before.text);
  });

  it('should be refused without a body at all', async () => {
    const { status, body } = await emulator.call('PUT', '/secrets/none');
    expect([status, body]).toMatchObject([400, { error: { code: 'BadParameter' } }]);
    expect((await emulator.call('PATCH', '/secrets/steady')).status).toBe(400);
  });

  it('should not come back in the refusal of broken JSON', async () => {
    const { text } = await emulator.call('PUT', '/secrets/quiet', { body: '{"value": "hush", }' });
    expect(text).not.toContain('hush');
  });

  it.each([
    ['application/json', 200],
    ['application/json; charset=utf-8', 200],
    ['APPLICATION/JSON', 200],
    [undefined, 200],
    ['text/plain', 400],
    ['application/x-www-form-urlencoded', 400],
    ['multipart/form-data; boundary=x', 400],
    ['%%%', 400],
  ])('should be judged by its content type %s', async (contentType, expected) => {
    const { status } = await emulator.call('PUT', '/secrets/typed', {
      body: '{"value": "1"}',
      headers: { 'content-type': contentType },
    });
    expect(status).toBe(expected);
  });
});
