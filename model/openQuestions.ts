import type { RuleId } from './rule.ts';

/** Something that no document, recording or report decides, or decides only in part. */
interface OpenQuestion {
  /** `OQ-01`. Ids are stable, as those of rules are. */
  readonly id: string;
  readonly question: string;
  /** What the model assumes, or that it assumes nothing. */
  readonly model: string;
  /** The rules that the answer would change or sharpen. */
  readonly rules: readonly RuleId[];
}

/** Every open question, by number. */
export const OPEN_QUESTIONS: readonly OpenQuestion[] = [
  {
    id: 'OQ-01',
    question:
      'Is recover still allowed at the instant of scheduledPurgeDate, and from then until the actual ' +
      'purge?',
    model:
      'Recoverable for certain before that instant; from then on either, until a lag that can be set has ' +
      'passed; then gone.',
    rules: ['RT-10', 'RC-04'],
  },
  {
    id: 'OQ-02',
    question: 'Are the days of the interval 24 hours long, or do they end with the calendar day?',
    model: 'Exactly 86,400 s each; recordings show nothing else.',
    rules: ['RT-06'],
  },
  {
    id: 'OQ-03',
    question: 'What becomes of a deleted object whose scheduledPurgeDate passes while its vault is deleted?',
    model:
      'It is gone when the vault is recovered, or soon after; that it lives on is accepted as another ' +
      'reading.',
    rules: ['VT-11', 'RT-10'],
  },
  {
    id: 'OQ-04',
    question: 'Does purging a vault destroy deleted objects before their own scheduledPurgeDate?',
    model:
      'Yes with purge protection off. With it on the vault cannot be purged, so no object is gone before ' +
      'its own date.',
    rules: ['PG-06', 'PP-06', 'PP-12'],
  },
  {
    id: 'OQ-05',
    question: 'Does turning purge protection on protect objects that are already deleted?',
    model: 'Yes: their level changes and their purge is refused.',
    rules: ['PP-11'],
  },
  {
    id: 'OQ-06',
    question: 'What does a vault show as retention when none was ever sent?',
    model:
      'By the api-version: nothing up to 2021-11-01-preview, 90 from 2023-07-01 on (recorded); absent, ' +
      'null and 90 are all accepted.',
    rules: ['RT-01', 'RT-04', 'SD-02'],
  },
  {
    id: 'OQ-07',
    question: 'Who wins when recover and purge, two recovers or two purges run at once?',
    model: 'One takes effect as if it had come first; the other gets 404 or 409.',
    rules: ['AS-03', 'ER-08'],
  },
  {
    id: 'OQ-08',
    question: 'How is a second delete answered?',
    model: '404, the dates unchanged; recorded, so no longer open for objects.',
    rules: ['DL-03'],
  },
  {
    id: 'OQ-09',
    question: 'In what order do several objects expire?',
    model: 'Each by itself, in any order; key and secret of a certificate together with it.',
    rules: ['RT-10', 'CR-03'],
  },
  {
    id: 'OQ-10',
    question: 'Which comes first: missing permission, purge protection or not found?',
    model:
      'Token, network and permission first (one report), then purge protection and existence in either ' +
      'order; that existence comes before permission is accepted as another reading, and told.',
    rules: ['PP-08', 'ER-03', 'ER-11', 'PM-01'],
  },
  {
    id: 'OQ-11',
    question:
      'What becomes of private endpoints, diagnostic settings, locks and identities when a vault is ' +
      'recovered?',
    model: 'Nothing is asserted.',
    rules: ['VT-06', 'VT-07'],
  },
  {
    id: 'OQ-12',
    question: 'How do data-plane calls to a deleted vault fail?',
    model: 'In any way: no host, 403 or 404; never with success.',
    rules: ['DL-09', 'VT-13'],
  },
  {
    id: 'OQ-13',
    question: 'When does a purged vault name become free for others?',
    model: 'Within 15 minutes after the purge has succeeded.',
    rules: ['NR-07', 'PG-07'],
  },
  {
    id: 'OQ-14',
    question: 'What does checkNameAvailability say of a deleted name?',
    model: 'Not available, `AlreadyExists`. A free name is `{"nameAvailable": true}` alone (recorded).',
    rules: ['NR-12'],
  },
  {
    id: 'OQ-15',
    question: 'What does `createMode: recover` do to an active vault?',
    model: 'Any answer is accepted; nothing may be lost.',
    rules: ['VT-04', 'VT-05'],
  },
  {
    id: 'OQ-16',
    question: 'Can disabled, expired or not yet valid objects be deleted, and read when deleted?',
    model:
      'Deleted: yes. GET deleted of a disabled secret is 403 (recorded). An expired secret is read with ' +
      '200 (one note of 2026).',
    rules: ['DL-07', 'LS-03', 'ER-10'],
  },
  {
    id: 'OQ-17',
    question: 'What may recover change?',
    model:
      'No attribute and no tag (recorded, `updated` included); loss of a rotation policy is reported, ' +
      'not judged.',
    rules: ['RC-02', 'KY-03'],
  },
  {
    id: 'OQ-18',
    question: 'Which permission opens a deleted secret, and does it show the value?',
    model:
      'The get permission; no recorded answer has a value. Under RBAC either `readMetadata` or ' +
      '`getSecret` will do.',
    rules: ['PM-01', 'LS-03'],
  },
  {
    id: 'OQ-19',
    question: 'How does a subscription become undeletable?',
    model: 'Not through any known call; emulators may have a switch.',
    rules: ['UN-01', 'UN-02'],
  },
  {
    id: 'OQ-20',
    question: 'Is the version list of a deleted object empty, or 404?',
    model: '200 and empty, as recorded for absent and purged names.',
    rules: ['LS-05'],
  },
  {
    id: 'OQ-21',
    question:
      'Which calls are billed, what counts as use of an HSM key version, and how is a broken month ' +
      'charged?',
    model:
      'Every data-plane call that succeeds is one operation, cryptography counts as use, a month is ' +
      'charged whole; each can be set.',
    rules: ['BL-01', 'BL-03', 'BL-04'],
  },
  {
    id: 'OQ-22',
    question: 'Do recover and restore raise events, and does expiry while deleted?',
    model: 'Recover raises none; nothing else is asserted.',
    rules: ['EV-02'],
  },
  {
    id: 'OQ-23',
    question: 'How is a restore answered while the name is being deleted or purged?',
    model: '409 without an inner code until it has settled (recorded).',
    rules: ['NR-10', 'BK-04'],
  },
  {
    id: 'OQ-24',
    question: 'What becomes of a deleted Managed HSM pool when one is created over it?',
    model: 'Not modelled.',
    rules: ['VT-16'],
  },
  {
    id: 'OQ-25',
    question: 'What is possible after a regional failover?',
    model:
      'Not modelled; former documents speak of a read-only mode without delete, recover, purge and ' +
      'restore.',
    rules: ['DL-01', 'RC-01', 'PG-01', 'BK-03'],
  },
  {
    id: 'OQ-26',
    question: 'Which deletes does a resource lock block?',
    model: 'The delete of the vault on the management plane, nothing on the data plane.',
    rules: ['DL-09', 'DL-01'],
  },
  {
    id: 'OQ-27',
    question: 'Are there still vaults without soft delete?',
    model: 'Yes, as a setting of the vault; one was met in May 2025.',
    rules: ['SD-05', 'SD-06', 'SD-07'],
  },
  {
    id: 'OQ-28',
    question: 'Can objects of a purged vault be brought back?',
    model: 'Only from backups taken before, into another vault.',
    rules: ['PG-06', 'BK-08'],
  },
  {
    id: 'OQ-29',
    question: 'Does a deleted key or secret keep a certificate of that name from being created?',
    model: 'Yes, with 409.',
    rules: ['CR-02'],
  },
  {
    id: 'OQ-30',
    question: 'What happens to a deleted vault when its subscription or group is moved?',
    model: 'Not modelled.',
    rules: ['VT-08'],
  },
  {
    id: 'OQ-31',
    question: 'How long can a transition last?',
    model:
      'Recorded: up to 149 s for objects, over 600 s for the purge of a vault. After a limit that can be ' +
      'set it counts as never settled.',
    rules: ['AS-01', 'AS-05', 'PG-07'],
  },
  {
    id: 'OQ-32',
    question: 'What if an automatic purge fails or comes late, say in a disabled subscription?',
    model: 'Not modelled beyond the lag of OQ-01.',
    rules: ['RT-10', 'UN-03'],
  },
];
