import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Recording } from '../recordedExchange.ts';
import { readDocument } from './documents.ts';
import { LIMITS } from './limits.ts';
import { readNockFile } from './nock.ts';

function read(text: string): Recording {
  return readNockFile(text, { file: 'n.js', limits: LIMITS });
}

const VAULT = `nock('https://a.vault.azure.net:443', {"encodedQueryParams":true})`;
const REPLY = '.reply(200, {"a": 1})';

describe('readNockFile', () => {
  it('should find chains wherever recorders put them, in order of appearance', () => {
    const { exchanges } = read(`
      import nock from 'nock';
      const { one } = require('./one');
      module.exports.testInfo = {"uniqueName": {}};
      exports.scopes = [[function (nock) {
        var result = ${VAULT}.get('/first')${REPLY};
        return result; }], () => ${VAULT}.get('/second')${REPLY}];
      describe('tests', function () { it('mocks', async () => { ${VAULT}.get('/third')${REPLY}; }); });
      ${VAULT}.get('/fourth')${REPLY}.delete('/fifth').reply(204);
    `);
    expect(exchanges.map(({ n, path, status }) => [n, path, status])).toEqual([
      [1, '/first', 200],
      [2, '/second', 200],
      [3, '/third', 200],
      [4, '/fourth', 200],
      [5, '/fifth', 204],
    ]);
  });

  it('should execute nothing', () => {
    const { exchanges } = read(`
      throw new Error('executed');
      globalThis.executed = true;
      process.exit(1);
      ${VAULT}.matchHeader('x', () => process.exit(2)).get('/a')${REPLY};
    `);
    expect(exchanges).toHaveLength(1);
    expect(globalThis).not.toHaveProperty('executed');
  });

  it('should read every way to write out a value', () => {
    const { exchanges } = read(`${VAULT}
      .post(\`/it's\`, "{\\"a\\":" + '1' + \`}\`)
      .reply(200, {a: [-1, 1.5, true, null], 'b': "\\u00e9", 3: {}, __proto__: 'p'}, {'X-One': 'x'});`);
    expect(exchanges[0]).toMatchObject({
      method: 'POST',
      path: "/it's",
      requestBody: { a: 1 },
      headers: { 'x-one': 'x' },
    });
    expect(exchanges[0]?.body).toEqual(JSON.parse('{"a":[-1,1.5,true,null],"b":"é","3":{},"__proto__":"p"}'));
  });

  it('should read bytes, whole and in pieces', () => {
    const hex = gzipSync('{"a":1}').toString('hex');
    const [one, two] = [hex.slice(0, 20), hex.slice(20)];
    const headers = "['Content-Encoding', 'gzip', 'Content-Type', 'application/json']";
    const { exchanges } = read(
      [`["${one}","${two}"]`, `"${hex}"`, `Buffer.from("${hex}", 'hex')`, `new Buffer('${hex}', "hex")`]
        .map((body) => `${VAULT}.get('/a').reply(200, ${body}, ${headers});`)
        .join('\n'),
    );
    expect(exchanges.map(({ body }) => body)).toEqual(Array(4).fill({ a: 1 }));
  });

  it('should know a query that matches any for unrecorded', () => {
    const { exchanges } = read(`
      ${VAULT}.get('/a').query(true)${REPLY};
      ${VAULT}.get('/b').query({"api-version":"7.0","%24skiptoken":"a%2Bb","n":[1,2],"odd":"%"})${REPLY};
      nock('https://a.vault.azure.net').get('/c?x=1').query({y: '%41'})${REPLY};`);
    expect(exchanges.map(({ query }) => query)).toEqual([
      'unrecorded',
      { 'api-version': '7.0', $skiptoken: 'a+b', n: '1,2', odd: '%' },
      { x: '1', y: '%41' },
    ]);
  });

  it('should know bodies that the recorder hid for unrecorded', () => {
    const hidden = read(
      `${VAULT}.filteringRequestBody(function () { return '*'; }).put('/secrets/a', '*')${REPLY}`,
    );
    expect(hidden.requestBodiesRecorded).toBe(false);
    expect(hidden.exchanges[0]?.requestBody).toBe('unrecorded');
  });

  it('should read a reply that never came', () => {
    const { exchanges } = read(`${VAULT}.get('/a').replyWithError({code: 'ETIMEDOUT'})`);
    expect(exchanges[0]).toMatchObject({ status: undefined, body: undefined });
  });

  it('should read what nock prints while it records', () => {
    const cut = '\n<<<<<<-- cut here -->>>>>>\n';
    expect(
      read(`${cut}${VAULT}.get('/a')${REPLY};${cut}${cut}${VAULT}.get('/b')${REPLY};${cut}`).exchanges,
    ).toHaveLength(2);
  });

  it('should read a test that made no call', () => {
    expect(read("let nock = require('nock');").exchanges).toEqual([]);
  });

  it.each([
    ['a broken file', "nock('https://x')\n  .get('/Tables('a')')", 'line 2, column 18: broken JavaScript'],
    [
      'a name',
      `${VAULT}.get(path)${REPLY}`,
      'column 72: a nock file must write its values out; this is not: identifier',
    ],
    ['a call', `nock('https://x').get('/a').reply(200, make())`, 'line 1, column 40: a nock file must'],
    ['a function', `nock('https://x').get('/a').reply(() => [200])`, 'line 1, column 35: a nock file must'],
    [
      'an expression in a template',
      `nock(\`https://\${host}\`).get('/a').reply(200)`,
      'line 1, column 6: a nock file must',
    ],
    ['a pattern', `nock(/x/).get('/a').reply(200)`, 'line 1, column 6: a nock file must'],
    ['a spread', `nock('https://x').get('/a').reply(200, {...a})`, 'line 1, column 41: a nock file must'],
    [
      'a getter',
      `nock('https://x').get('/a').reply(200, {get a() { return 1 }})`,
      'line 1, column 41: a nock file must',
    ],
    [
      'a computed key',
      `nock('https://x').get('/a').reply(200, {['a']: 1})`,
      'line 1, column 41: a nock file must',
    ],
    [
      'a key given twice',
      `nock('https://x').get('/a').reply(200, {a: 1, a: 2})`,
      'line 1, column 47: a key that this object',
    ],
    [
      'another encoding',
      `nock('https://x').get('/a').reply(200, Buffer.from('', 'latin1'))`,
      'line 1, column 56: an encoding other',
    ],
    ['a sum', `nock('https://x').get('/a').reply(100 + 100)`, 'line 1, column 41: this must be a string'],
    [
      'a loop',
      `for (;;) nock('https://x').get('/a').reply(200)`,
      'line 1, column 10: a call of nock that depends on',
    ],
    [
      'a condition',
      `if (a) { nock('https://x').get('/a').reply(200) }`,
      'line 1, column 10: a call of nock that depends on',
    ],
    [
      'a chain in pieces',
      `const s = nock('https://x');\ns.get('/a').reply(200)`,
      'line 2, column 1: a reply whose chain does not',
    ],
    ['a chain without requests', `nock('https://x')`, 'line 1, column 1: a nock(...) without a request'],
    ['a missing reply', `nock('https://x').get('/a')`, 'line 1, column 19: a request without its reply'],
    [
      'a request too many',
      `nock('https://x').get('/a').get('/b').reply(200)`,
      'line 1, column 29: a request before the reply',
    ],
    [
      'a reply too many',
      `nock('https://x').get('/a').reply(200).reply(200)`,
      'line 1, column 40: .reply without a request',
    ],
    [
      'a query too many',
      `nock('https://x').get('/a').query({}).query({}).reply(200)`,
      'line 1, column 39: a second query',
    ],
    [
      'a repetition',
      `nock('https://x').get('/a').times(3).reply(200)`,
      'line 1, column 29: .times, which recorders do not write',
    ],
    [
      'a missing path',
      `nock('https://x').get().reply(200)`,
      'line 1, column 19: .get without its argument 1',
    ],
    [
      'an odd status',
      `nock('https://x').get('/a').reply('ok')`,
      'line 1, column 19: a status code that is none of HTTP',
    ],
  ])('should refuse %s and say where', (_, text, problem) => {
    expect(() => read(text)).toThrow(
      expect.objectContaining({ name: 'RecordingError', message: expect.stringContaining(problem) }),
    );
  });

  it('should refuse nesting without end', () => {
    for (const deep of [
      '['.repeat(50_000),
      `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      '-'.repeat(1) + '- '.repeat(50_000),
    ]) {
      expect(() => read(`nock('https://x').get('/a').reply(200, ${deep})`)).toThrow(
        /^n\.js: JavaScript nested too deep|^n\.js, line 1, column \d+: broken JavaScript/,
      );
    }
  });

  it('should read chains of any length, and pass over those of others', () => {
    const { exchanges } = read(`nock('https://a.vault.azure.net')${".get('/a').reply(200)".repeat(50_000)}`);
    expect(exchanges.at(-1)?.n).toBe(50_000);
    expect(read(`x${'.y()'.repeat(50_000)}; nock('https://a').get('/a').reply(200)`).exchanges).toHaveLength(
      1,
    );
  });

  it('should find chains in what other chains are given', () => {
    const { exchanges } = read(
      `x().y(() => ${VAULT}.get('/a')${REPLY}).z(function () { ${VAULT}.get('/b')${REPLY} })`,
    );
    expect(exchanges.map(({ path }) => path)).toEqual(['/a', '/b']);
  });

  it('should refuse a file that is too long', () => {
    const place = { file: 'n.js', limits: { ...LIMITS, script: 10 } };
    expect(() => readNockFile('nock; nock; nock', place)).toThrow(
      'n.js: JavaScript of more than 10 characters.',
    );
  });

  it('should read two thousand strings that are joined', () => {
    const joined = Array(2_000).fill("'x'").join(' + ');
    const { exchanges } = read(`nock('https://a.vault.azure.net').get('/a').reply(200, ${joined})`);
    expect(exchanges[0]?.body).toHaveLength(2_000);
  });
});

describe('nock definitions', () => {
  it('should be read with bytes in hex', () => {
    const definition = {
      scope: 'https://a.vault.azure.net:443',
      method: 'get',
      path: '/certificates/a?api-version=7.4',
      body: '',
      status: 200,
      response: 'fffe00',
      responseIsBinary: true,
      rawHeaders: ['Date', 'Tue, 14 Nov 2023 22:13:20 GMT'],
    };
    const { format, exchanges } = readDocument(JSON.stringify([definition]), {
      file: 'n.json',
      limits: LIMITS,
    });
    expect(format).toBe('nock');
    expect(exchanges).toEqual([
      {
        n: 1,
        method: 'GET',
        host: 'a.vault.azure.net',
        path: '/certificates/a',
        query: { 'api-version': '7.4' },
        requestBody: undefined,
        status: 200,
        headers: { date: 'Tue, 14 Nov 2023 22:13:20 GMT' },
        body: '//4A',
        plane: 'data',
        date: 1_700_000_000,
      },
    ]);
  });

  it('should name the definition that lacks something', () => {
    expect(() =>
      readDocument('[{"scope":"https://a","method":"GET","path":"/"}]', { file: 'n', limits: LIMITS }),
    ).toThrow('n, definition 1: it has no status. Record it again, or leave this entry out.');
  });
});
