import { badParameter } from '../errors/badParameter.ts';

const NAME = /^[0-9A-Za-z-]{1,127}$/;

/** Throws the service's 400 unless `name` may name an object: 1 to 127 digits, letters and hyphens. */
export function checkObjectName(name: string): void {
  if (!NAME.test(name)) throw badParameter(`The request URI contains an invalid name: ${name}`);
}
