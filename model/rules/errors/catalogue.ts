import type { Rule } from '../../rule.ts';
import { SITUATION_RULES } from './situations.ts';

/** Refusals: their shape, what they leave unchanged, and the codes of each situation. */
export const ERROR_RULES: readonly Rule[] = [
  {
    id: 'ER-01',
    statement:
      'The body of an error on the data plane is `{error: {code, message, innererror?: {code}}}`: the ' +
      'class in `code`, the reason in `innererror.code`. On the management plane it is `{error: {code, ' +
      'message}}`.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate', 'vault'],
    sources: ['AUT', 'RECORDINGS refused calls'],
    evidence:
      'Recorded: 404 bodies and the 409 of a restore have no `innererror`. Empty bodies came with 401 ' +
      'until 2019; a malformed URL may get an HTML page with 400.',
  },
  {
    id: 'ER-02',
    statement:
      'A call that is refused with a 4xx status changes nothing: not the sets of objects, not the dates ' +
      "of a deletion, not versions, not the vault's properties.",
    level: 'must',
    basis: 'inferred',
    appliesTo: ['vault', 'secret', 'key', 'certificate', 'hsm', 'hsm-key'],
    sources: ['RECORDINGS reads after refused calls'],
    evidence: 'Stated nowhere; no recording contradicts it.',
  },
  {
    id: 'ER-03',
    statement:
      'A call without a valid token answers 401 with a `WWW-Authenticate` challenge, whether or not the ' +
      'object exists.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['AUT', 'ERR', 'RECORDINGS calls without a token: 47,033 answers'],
    evidence:
      'Recorded: the same answer for existing and absent names. The body was empty until 2019 and has ' +
      'code `Unauthorized` since; the text changed in 2021 and 2026.',
  },
  {
    id: 'ER-04',
    statement: 'A data-plane call without `api-version` is refused with 400; there is no default.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['secret', 'key', 'certificate'],
    sources: ['AUT'],
    evidence: 'Never recorded. An unknown version is reported as `BadParameter` (Azure Stack Hub, 2023).',
  },
  ...SITUATION_RULES,
];
