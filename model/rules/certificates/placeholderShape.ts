import type { Call } from '../../call.ts';
import type { Fields } from '../../fields.ts';
import type { Json } from '../../json.ts';
import type { Relation } from '../../pattern/objectPattern.ts';

/**
 * What stands for a certificate while it is being made (CR-07) shows neither its own key nor its secret. The service
 * shows it disabled (1,504 of 1,504 since March 2017; 52 of 2016 were enabled), and valid from ten minutes before it was asked for, for as
 * long as its policy says (1,622 of 1,622).
 */
export function placeholderShape({ window }: Call): readonly Relation[] {
  return window.from < DISABLED_FIRST ? [VALID_FROM, VALID_TO] : [VALID_FROM, VALID_TO, DISABLED];
}

const DISABLED_FIRST = Date.UTC(2017, 2, 1) / 1000;

/** Seconds. */
const TEN_MINUTES = 600;

const VALID_FROM: Relation = {
  field: 'nbf',
  demand: 'ten minutes before created',
  holds: (fields) => {
    const { nbf, created } = fields;
    if (!isPlaceholder(fields) || typeof nbf !== 'number' || typeof created !== 'number') return true;
    return [TEN_MINUTES, TEN_MINUTES + 1].includes(created - nbf);
  },
};

const VALID_TO: Relation = {
  field: 'exp',
  demand: 'the months of the policy after created',
  holds: (fields) => {
    const { nbf, exp } = fields;
    const months = validityMonths(fields.policy);
    if (!isPlaceholder(fields) || typeof nbf !== 'number' || months === undefined) return true;
    return exp === monthsAfter(nbf + TEN_MINUTES, months);
  },
};

const DISABLED: Relation = {
  field: 'enabled',
  demand: 'false while the certificate is being made',
  holds: (fields) => !isPlaceholder(fields) || fields.enabled !== true,
};

function isPlaceholder(fields: Fields): boolean {
  return !('cer' in fields);
}

function validityMonths(policy: Json | undefined): number | undefined {
  const { x509_props: properties } = (policy ?? {}) as { readonly x509_props?: Json };
  const { validity_months: months } = (properties ?? {}) as { readonly validity_months?: Json };
  return typeof months === 'number' ? months : undefined;
}

/** The same time of the day so many months later; the last day of the month where it has no such day. */
function monthsAfter(from: number, months: number): number {
  const date = new Date(from * 1000);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.getTime() / 1000;
}
