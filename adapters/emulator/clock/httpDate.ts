let lastSecond = -1;
let lastText = '';

/** Unix seconds as the `Date` header of HTTP writes them. The text of the current second is kept: every answer needs it. */
export function httpDate(seconds: number): string {
  if (seconds !== lastSecond) {
    lastSecond = seconds;
    lastText = new Date(seconds * 1000).toUTCString();
  }
  return lastText;
}
