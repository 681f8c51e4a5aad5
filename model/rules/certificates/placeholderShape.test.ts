import { expect, it } from 'vitest';
import type { Fields } from '../../fields.ts';
import { callOf, commandOf } from '../../testing/calls.ts';
import { placeholderShape } from './placeholderShape.ts';

const CREATED = Date.UTC(2021, 7, 31) / 1000;
const PLACEHOLDER: Fields = {
  enabled: false,
  created: CREATED,
  nbf: CREATED - 600,
  exp: Date.UTC(2022, 1, 28) / 1000,
  policy: { x509_props: { validity_months: 6 } },
};

function broken(fields: Fields, year = 2021): readonly string[] {
  const from = Date.UTC(year, 8, 1) / 1000;
  const call = callOf(commandOf({ op: 'get', name: 'a' }), { window: { from, to: from + 1 } });
  const view = { name: 'a', fields };
  return placeholderShape(call).flatMap(({ field, holds }) => (holds(fields, view) ? [] : [field]));
}

it('should hold a certificate that is being made to its term, the last day of a shorter month included', () => {
  expect(broken(PLACEHOLDER)).toEqual([]);
  expect(broken({ ...PLACEHOLDER, exp: CREATED })).toEqual(['exp']);
  expect(broken({ ...PLACEHOLDER, created: CREATED + 60 })).toEqual(['nbf']);
});

it('should hold it to be disabled, from 2017 on', () => {
  expect(broken({ ...PLACEHOLDER, enabled: true })).toEqual(['enabled']);
  expect(broken({ ...PLACEHOLDER, enabled: true }, 2016)).toEqual([]);
});

it('should ask nothing of a certificate that is made', () => {
  expect(broken({ ...PLACEHOLDER, cer: 'x', enabled: true, exp: 1, created: 1 })).toEqual([]);
});
