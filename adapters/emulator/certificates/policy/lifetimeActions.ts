import { invalidProperty } from '../../errors/invalidProperty.ts';
import { section } from '../../objects/objectBody.ts';
import type { CertificateLifetimeAction } from './certificatePolicy.ts';

/** What is done where nobody said: what the vault can renew by itself it renews, of the rest it writes to the contacts. */
export function usualActions(issuer: string): CertificateLifetimeAction[] {
  const action_type = issuer.toLowerCase() === 'unknown' ? 'EmailContacts' : 'AutoRenew';
  return [{ trigger: { lifetime_percentage: 80 }, action: { action_type } }];
}

/** The lifetime actions in a policy; undefined where it has none. Throws a 400 for what the service would not take. */
export function readLifetimeActions(value: unknown): CertificateLifetimeAction[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) throw invalidProperty();
  return value.map(readAction);
}

function readAction(value: unknown): CertificateLifetimeAction {
  const { trigger, action } = section(value);
  const { lifetime_percentage, days_before_expiry } = section(trigger);
  const percentage = wholeNumber(lifetime_percentage, 1, 99);
  const days = wholeNumber(days_before_expiry, 1, 36_500);
  if ((percentage === undefined) === (days === undefined)) throw invalidProperty();
  const type = String(section(action).action_type).toLowerCase();
  if (type !== 'autorenew' && type !== 'emailcontacts') throw invalidProperty();
  return {
    trigger: {
      ...(percentage !== undefined && { lifetime_percentage: percentage }),
      ...(days !== undefined && { days_before_expiry: days }),
    },
    action: { action_type: type === 'autorenew' ? 'AutoRenew' : 'EmailContacts' },
  };
}

function wholeNumber(value: unknown, least: number, most: number): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw invalidProperty();
}
