import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Invoice, invoiceOf } from '../../model/billing/invoice.ts';
import { DEFAULT_PRICES } from '../../model/billing/priceTable.ts';
import { temporaryFolder } from '../../reports/testing/temporaryFolder.ts';
import { meterFiles } from './meterFiles.ts';

const fixture = (file: string): string =>
  fileURLToPath(new URL(`../../adapters/recordings/fixtures/${file}`, import.meta.url));

async function invoiceFrom(...files: string[]): Promise<Invoice> {
  return invoiceOf((await meterFiles(files, DEFAULT_PRICES.readings)).ledger, DEFAULT_PRICES);
}

/** Amounts by meter, month by month. */
function amounts({ months }: Invoice): Record<string, Record<string, number>> {
  return Object.fromEntries(
    months.map(({ month, lines }) => [
      month,
      Object.fromEntries(lines.map(({ meter, amount }) => [meter, amount.high])),
    ]),
  );
}

const DATES = {
  enabled: true,
  created: 1_780_315_200,
  updated: 1_780_315_200,
  recoveryLevel: 'Recoverable+Purgeable',
  recoverableDays: 90,
};

/** A call that a trace records. */
function stepOf(
  n: number,
  at: string,
  call: string,
  status: number,
  bodies: { asked?: object; told?: object } = {},
): object {
  const [method, path] = call.split(' ');
  return {
    n,
    plane: 'data',
    method,
    host: 'vault-1.vault.azure.net',
    path,
    query: { 'api-version': '7.4' },
    requestBody: bodies.asked ?? null,
    status,
    responseHeaders: { date: new Date(at).toUTCString() },
    responseBody: bodies.told ?? null,
  };
}

function keyBundle(name: string, version: string, type: object): object {
  return {
    key: { kid: `https://vault-1.vault.azure.net/keys/${name}/${version}`, ...type },
    attributes: DATES,
  };
}

/** Writes a trace of an HSM key and a curve over two months. */
function writeTrace(): string {
  const [v1, v2, v3] = ['1', '2', '3'].map((digit) => digit.repeat(32));
  const hsm = (version = ''): object => ({
    told: keyBundle('hsm', version, { kty: 'RSA-HSM', key_ops: [] }),
  });
  const curve = {
    asked: { kty: 'EC-HSM', crv: 'P-256' },
    told: keyBundle('curve', v3 ?? '', { kty: 'EC-HSM', crv: 'P-256' }),
  };
  const signed = (name: string, version = ''): object => ({
    asked: { alg: 'RS256', value: 'AAAA' },
    told: { kid: `https://vault-1.vault.azure.net/keys/${name}/${version}`, value: 'AAAA' },
  });
  const gone = {
    told: {
      error: { code: 'KeyNotFound', message: 'A key with (name/id) hsm was not found in this key vault.' },
    },
  };
  const deletion = {
    recoveryId: 'https://vault-1.vault.azure.net/deletedkeys/hsm',
    deletedDate: 1_781_956_800,
    scheduledPurgeDate: 1_789_732_800,
  };
  const steps = [
    stepOf(1, '2026-06-01T12:00:00Z', 'POST /keys/hsm/create', 200, {
      asked: { kty: 'RSA-HSM', key_size: 2048 },
      ...hsm(v1),
    }),
    stepOf(2, '2026-06-01T12:00:10Z', 'POST /keys/hsm/create', 200, {
      asked: { kty: 'RSA-HSM', key_size: 2048 },
      ...hsm(v2),
    }),
    stepOf(3, '2026-06-01T12:00:20Z', 'POST /keys/curve/create', 200, curve),
    stepOf(4, '2026-06-20T12:00:00Z', `POST /keys/hsm/${v1}/sign`, 200, signed('hsm', v1)),
    stepOf(5, '2026-06-20T12:00:10Z', `POST /keys/curve/${v3}/sign`, 200, signed('curve', v3)),
    stepOf(6, '2026-06-20T12:00:20Z', 'DELETE /keys/hsm', 200, {
      told: { ...keyBundle('hsm', v2 ?? '', { kty: 'RSA-HSM', key_ops: [] }), ...deletion },
    }),
    stepOf(7, '2026-06-20T12:01:00Z', 'GET /keys/hsm', 404, gone),
    stepOf(8, '2026-08-02T12:00:00Z', 'POST /deletedkeys/hsm/recover', 200, hsm(v2)),
    stepOf(9, '2026-08-02T12:01:00Z', 'GET /keys', 200, { told: { value: [], nextLink: null } }),
  ];
  const file = join(temporaryFolder(), 'hsm.jsonl');
  writeFileSync(
    file,
    `${JSON.stringify({ id: 'hsm', source: {}, format: 'entries', requestBodiesRecorded: true, steps })}\n`,
  );
  return file;
}

describe('metering files', () => {
  it.each([
    'trace.jsonl',
    'test-proxy.json',
    'vcrpy.yaml',
    'go-vcr.yaml',
    'nock-15.js.txt',
    'browser.json',
    'cpp.json',
  ])('should come to the invoice recomputed by hand for %s', async (file) => {
    const invoice = await invoiceFrom(fixture(file));
    // Set, delete, list of what is deleted, purge: 4 operations on secrets at 0.03 for 10,000. The challenge and the
    // read of what is deleted were refused and cost nothing.
    expect(amounts(invoice)).toEqual({
      '2023-11': { secretOperations: (4 * 0.03) / 10_000, refusedCalls: 0, deletedDays: 0 },
    });
    expect(invoice.total).toEqual({ low: 0.000012, high: 0.000012 });
    expect(invoice.months[0]?.lines.map(({ rules }) => rules.join(' '))).toEqual([
      'BL-01 BL-04 BL-05',
      'BL-02',
      'BL-04',
    ]);
  });

  it('should come to the invoice recomputed by hand for HSM keys over three months', async () => {
    const invoice = await invoiceFrom(writeTrace());
    const { months } = invoice;
    const june = months[0]?.total.high;
    const july = months[1]?.total.high;
    const august = months[2]?.total.high;
    // June. Two creates, one use and the delete of an RSA-2048 key: 4 at 0.03 for 10,000. The create and the use of the
    // curve: 2 at 0.15 for 10,000. One version of the RSA key was used: 1; its other version was not. The curve's: 5.
    expect(june).toBeCloseTo((4 * 0.03) / 10_000 + (2 * 0.15) / 10_000 + 1 + 5, 9);
    // July. No call; but June 20 is less than 30 days before July 1, though the RSA key is deleted since: 1 and 5 again.
    expect(july).toBeCloseTo(1 + 5, 9);
    // August. The uses are 42 days old and cost nothing. Recover and the list: 2 at 0.03 for 10,000.
    expect(august).toBeCloseTo((2 * 0.03) / 10_000, 9);
    expect(months).toHaveLength(3);
    expect(invoice.total.low).toBeCloseTo(12 + (6 * 0.03 + 2 * 0.15) / 10_000, 9);
    expect(invoice.total.low).toBe(invoice.total.high);
  });

  it('should keep recordings apart, and add up what they come to', async () => {
    const one = await invoiceFrom(fixture('trace.jsonl'));
    const { ledger, histories } = await meterFiles(
      [fixture('trace.jsonl'), fixture('vcrpy.json'), fixture('playwright.har')],
      DEFAULT_PRICES.readings,
    );
    expect(histories).toBe(3);
    expect(invoiceOf(ledger, DEFAULT_PRICES).total.low).toBeCloseTo(3 * one.total.low, 9);
    expect(new Set(ledger.entries.map(({ vault }) => vault.split(': ')[0])).size).toBe(3);
  });
});
