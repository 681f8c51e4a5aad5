import { given, isStrings, type Json } from '../../objects/objectBody.ts';
import type { AlternativeNames } from './certificatePolicy.ts';

/** The alternative names in a policy; kinds that it does not speak of are left out, as the service leaves them out. */
export function readNames(part: Json): AlternativeNames {
  const emails = given(part.emails, isStrings);
  const dns_names = given(part.dns_names, isStrings);
  const upns = given(part.upns, isStrings);
  return {
    ...(emails !== undefined && { emails }),
    ...(dns_names !== undefined && { dns_names }),
    ...(upns !== undefined && { upns }),
  };
}
