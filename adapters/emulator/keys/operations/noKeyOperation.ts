import { badParameter } from '../../errors/badParameter.ts';

/** POST /keys/{name}: nothing; the path of an operation has one part more. */
export function noKeyOperation(): never {
  throw badParameter('Operation not specified');
}
