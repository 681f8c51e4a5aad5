import { valueToken } from '../../adapters/wire/scrub.ts';
import { publicSamples } from '../../properties/steps/samples/publicSamples.ts';

/** The samples that runs send, by the tokens that stand for them in logs: no secrets, so a script may send them again. */
export function knownSamples(): ReadonlyMap<string, string> {
  const texts = publicSamples();
  // The private members of keys are told by tokens of their JSON.
  return new Map(
    texts.flatMap((text) => [
      [valueToken(text), text] as const,
      [valueToken(JSON.stringify(text)), text] as const,
    ]),
  );
}
