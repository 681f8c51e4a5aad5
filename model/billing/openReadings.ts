import {
  type BillingReadings,
  READING_SENTENCES,
  type ReadingName,
  USUAL_READINGS,
} from './billingReadings.ts';

/** What is open and a target's own meter shows; that refused calls are billed is not open (BL-04). */
const SHOWN = {
  deletedReads: ['billed', 'free'],
  advancedRate: ['used-or-shown', 'cryptography'],
  hsmUse: ['cryptography', 'cryptography-or-get'],
  renewals: ['automatic', 'every-new-version'],
} as const;

/** Every way in which a target may take what is open and its meter shows, the usual way first. */
export function* openReadings(): Generator<BillingReadings> {
  for (const deletedReads of SHOWN.deletedReads) {
    for (const advancedRate of SHOWN.advancedRate) {
      for (const hsmUse of SHOWN.hsmUse) {
        for (const renewals of SHOWN.renewals) {
          yield { ...USUAL_READINGS, deletedReads, advancedRate, hsmUse, renewals };
        }
      }
    }
  }
}

/** What is taken in another way than usual, each as a sentence. */
export function unusualReadings(readings: BillingReadings): readonly string[] {
  const names = Object.keys(SHOWN) as (ReadingName & keyof typeof SHOWN)[];
  return names
    .filter((name) => readings[name] !== USUAL_READINGS[name])
    .map((name) => (READING_SENTENCES[name] as Readonly<Record<string, string>>)[readings[name]] ?? '');
}
