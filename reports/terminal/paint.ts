import { styleText } from 'node:util';

/** How text can look. */
export type Look = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan' | 'bgRed' | 'bgGreen' | 'bgYellow';

/** Gives text a look, or leaves it as it is where looks cannot be shown. */
export type Paint = (looks: readonly Look[], text: string) => string;

/** Leaves all text as it is. */
export const plainPaint: Paint = (_, text) => text;

/** Paints for a stream: colours only where it is a terminal that shows them, and never against NO_COLOR. */
export function paintFor(stream: NodeJS.WritableStream): Paint {
  return (looks, text) => styleText([...looks], text, { stream });
}
