import { badRequest } from '../errors/badRequest.ts';

/** What a client asks of the clock. */
export interface ClockChange {
  /** True stops time, false lets it run; undefined leaves it as it is. */
  readonly freeze: boolean | undefined;
  /** Seconds to move on, 0 or more. */
  readonly advance: number | undefined;
}

/** Reads the body of `POST /emulator/clock`. Throws a 400 that names the field. */
export function readClockChange(body: Readonly<Record<string, unknown>>): ClockChange {
  const { freeze, advance, ...others } = body;
  const other = Object.keys(others)[0];
  if (other !== undefined)
    throw badRequest(`The clock has no field '${other}'; it takes advance and freeze.`);
  if (freeze !== undefined && typeof freeze !== 'boolean') {
    throw badRequest(`freeze must be true or false; it is ${JSON.stringify(freeze)}.`);
  }
  if (advance !== undefined && !(typeof advance === 'number' && advance >= 0)) {
    throw badRequest(`advance must be a number of seconds, 0 or more; it is ${JSON.stringify(advance)}.`);
  }
  return { freeze, advance };
}
