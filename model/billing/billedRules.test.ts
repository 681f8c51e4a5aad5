import { expect, it } from 'vitest';
import type { Answer } from '../answer.ts';
import { NEEDS, notApplicable } from '../applicability.ts';
import type { Command } from '../command.ts';
import { BILLING_RULES } from '../rules/billing/catalogue.ts';
import { USUAL_READINGS } from './billingReadings.ts';
import { chargeOf } from './charge.ts';
import { METERS } from './meter.ts';

it('should apply every rule of billing, or say why it cannot', () => {
  const ok: Answer = { status: 200, oddities: [] };
  const charged = (['recover', 'list'] as const).flatMap(
    (op) => chargeOf({ op, kind: 'key', vault: 'v', name: 'a' } as Command, ok, USUAL_READINGS).rules,
  );
  const applied = new Set([...charged, ...Object.values(METERS).flatMap(({ rules }) => rules)]);
  const others = BILLING_RULES.filter(({ id }) => !applied.has(id));
  const needs = new Set(NEEDS.filter((need) => need !== 'managed HSM'));
  expect(others.map((rule) => [rule.id, notApplicable(rule, needs)])).toEqual([
    ['BL-07', 'needs managed HSM'],
  ]);
});
