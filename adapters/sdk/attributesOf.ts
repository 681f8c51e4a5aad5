import type { Fields } from '../../model/fields.ts';
import { given } from './given.ts';
import { dateOf, flagOf, tagsOf } from './typedField.ts';

/** What secrets, keys and certificates can be given alike, as the libraries call it. */
export interface CommonAttributes {
  enabled?: boolean;
  notBefore?: Date;
  expiresOn?: Date;
  tags?: { [name: string]: string };
}

/** The attributes and tags in what a caller sends. */
export function attributesOf({ enabled, nbf, exp, tags }: Fields): CommonAttributes {
  return given({
    enabled: flagOf(enabled),
    notBefore: dateOf(nbf),
    expiresOn: dateOf(exp),
    tags: tagsOf(tags),
  });
}
