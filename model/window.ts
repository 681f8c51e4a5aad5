/**
 * The span of target time in which something happened, in Unix seconds (fractions allowed).
 * A client never knows the exact instant at which a service acted: it knows that it was neither before
 * `from` (the request left) nor after `to` (the answer was there).
 */
export interface Window {
  readonly from: number;
  readonly to: number;
}

/** Seconds in a day. RT-06: the "calendar days" of a retention interval are 24-hour days. */
export const DAY = 86_400;
