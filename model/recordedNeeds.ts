import { type Need, needsOf } from './applicability.ts';
import { CATALOGUE } from './rules/catalogue.ts';

/** What recordings of calls cannot hold, each with what they show instead. */
const LACKING: ReadonlyMap<Need, string> = new Map([
  ['managed HSM', 'needs Managed HSM, whose calls are left out: it is another service'],
  ['several principals', 'needs to know who calls, which recordings hide'],
  ['metering', 'needs what was billed: recordings have calls alone'],
  ['automatic rotation or renewal', 'needs what the service does by itself: recordings have calls alone'],
  ['audit records', 'needs audit records or events: recordings have calls alone'],
  ['client library', 'needs what a client library makes of an answer: recordings have what it sent and got'],
  ['calls without a token', 'needs 401 challenges, which are left out'],
  ['a clock', 'needs to wait for the end of a retention interval of 7 days or more'],
]);

/** Why recordings of calls cannot bear a rule out, by rule; none of those that they can. */
export function unrecordable(): Readonly<Record<string, string>> {
  const reasons = CATALOGUE.flatMap((rule) => {
    if (rule.unobservable !== undefined) return [];
    const reason = needsOf(rule)
      .map((need) => LACKING.get(need))
      .find((lack) => lack !== undefined);
    return reason === undefined ? [] : [[rule.id, reason] as const];
  });
  return Object.fromEntries(reasons);
}
