import { describe, expect, it } from 'vitest';
import type { Json } from '../json.ts';
import { parsePriceTable } from './parsePriceTable.ts';
import { DEFAULT_PRICES } from './priceTable.ts';

describe('a table of prices', () => {
  it('should keep what is left out, and take numbers and tiers', () => {
    const tiers = [{ upTo: 10, price: 4 }, { price: 2 }];
    const json: Json = {
      title: 'ours',
      prices: { secretOperations: 0.5, advancedHsmKeys: tiers },
      readings: { hsmUse: 'cryptography-or-get' },
    };
    expect(parsePriceTable(json)).toEqual({
      table: {
        title: 'ours',
        currency: 'USD',
        prices: { ...DEFAULT_PRICES.prices, secretOperations: [{ price: 0.5 }], advancedHsmKeys: tiers },
        readings: { ...DEFAULT_PRICES.readings, hsmUse: 'cryptography-or-get' },
      },
    });
  });

  it('should take the usual table as it takes any other', () => {
    expect(parsePriceTable(JSON.parse(JSON.stringify(DEFAULT_PRICES)) as Json)).toEqual({
      table: DEFAULT_PRICES,
    });
  });

  it.each<[Json, string]>([
    [[], 'the table must be an object; it is []'],
    [{ price: {} }, 'the table has a field "price"; it may have title, currency, prices, readings'],
    [{ currency: 'EUR' }, 'prices: secretOperations, certificateOperations, keyOperations'],
    [{ currency: 5 }, 'currency must be a text; it is 5'],
    [{ prices: { keyOperations: -1 } }, 'prices.keyOperations must be a number, 0 or more; it is -1'],
    [{ prices: { keyOperations: '0.03' } }, 'prices.keyOperations must be a number, 0 or more; it is "0.03"'],
    [{ prices: { keys: 1 } }, 'prices has a field "keys"; it may have secretOperations'],
    [{ prices: { hsmKeys: [] } }, 'prices.hsmKeys has no tier'],
    [
      { prices: { hsmKeys: [{ price: 1 }, { price: 2 }] } },
      'prices.hsmKeys[0].upTo must be a number above 0',
    ],
    [{ prices: { hsmKeys: [{ upTo: 5, price: 1 }] } }, 'prices.hsmKeys[0].upTo must be left out'],
    [
      { prices: { hsmKeys: [{ upTo: 5, price: 1 }, { upTo: 5, price: 1 }, { price: 1 }] } },
      'hsmKeys[1].upTo must be a number above 5',
    ],
    [{ readings: { hsmMonth: 'half' } }, 'readings.hsmMonth must be one of whole, share; it is "half"'],
    [{ readings: { month: 'half' } }, 'readings has a field "month"'],
  ])('should refuse %j and say where', (json, problem) => {
    expect(parsePriceTable(json)).toEqual({ problem: expect.stringContaining(problem) });
  });
});
