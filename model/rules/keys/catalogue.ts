import type { Rule } from '../../rule.ts';

/** What holds for keys alone. */
export const KEY_RULES: readonly Rule[] = [
  {
    id: 'KY-01',
    statement:
      'A deleted key does no cryptography, in any version: encrypt, decrypt, sign, verify, wrap, unwrap ' +
      'and release answer 404 `KeyNotFound`.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['key', 'hsm-key'],
    sources: ['TSP-K delete operation', 'MSO'],
    evidence: 'Never recorded.',
  },
  {
    id: 'KY-02',
    statement:
      'An active key outside its `nbf` and `exp` still decrypts, releases, unwraps and verifies; ' +
      'encrypt, sign and wrap are refused with 403. `nbf` is inclusive and `exp` exclusive, within a few ' +
      'minutes of clock skew.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['key'],
    sources: ['KAT date-time controlled operations'],
    evidence: 'Never recorded; the inner code is unknown. A disabled key is ER-22.',
  },
  {
    id: 'KY-03',
    statement:
      'Rotating a deleted key fails with 404 `KeyNotFound`, and a rotation that falls due meanwhile does ' +
      'not revive it.',
    level: 'must',
    basis: 'inferred',
    appliesTo: ['key', 'hsm-key'],
    sources: ['LOG KeyRotateIfDue', 'MRT', 'RECORDINGS rotate of an absent key: 5 answers'],
    contradiction: 'X27',
    evidence: 'Recorded for absent keys only.',
  },
  {
    id: 'KY-04',
    statement:
      'Keys in hardware (`RSA-HSM`, `EC-HSM`) follow the same rules of delete, recover and purge as ' +
      'software keys; only billing and limits differ.',
    level: 'must',
    basis: 'documented',
    appliesTo: ['key', 'hsm-key'],
    sources: ['SDO §Billing implications', 'LRN §Billing implications'],
  },
  {
    id: 'KY-05',
    statement:
      'Key attributes on the management plane use only the four recovery levels without `Customized`.',
    level: 'should',
    basis: 'documented',
    appliesTo: ['key'],
    sources: ['TSP-V key attributes'],
    evidence:
      'Recorded: the management plane shows the level without `recoverableDays`. What it shows for ' +
      'intervals below 90 days is unknown.',
  },
  {
    id: 'KY-06',
    statement:
      'Creating, importing or rotating a key of a name in use adds a version with an id of its own, which ' +
      'becomes the current one; earlier versions stay as they were.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['key', 'hsm-key'],
    sources: ['TSP-K create, import and rotate operations', 'RECORDINGS new versions of keys: 4,885 answers'],
    evidence:
      'Recorded: 4,541 creations, 326 imports and 18 rotations, each with `created` equal to `updated` and ' +
      'the operations of its type where none are asked for.',
  },
  {
    id: 'KY-07',
    statement:
      'An active, enabled key within its dates serves the operations in its `key_ops`, in every version, ' +
      'also after it was deleted and recovered.',
    level: 'must',
    basis: 'observed',
    appliesTo: ['key', 'hsm-key'],
    sources: ['TSP-K cryptographic operations', 'RECORDINGS uses of keys: 2,360 answers'],
    evidence: 'No recording uses a key that was deleted and recovered.',
  },
];
