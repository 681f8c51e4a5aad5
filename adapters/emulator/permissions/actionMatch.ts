/** Whether an action is one of those that a list names, stars and case aside. */
export function isAmong(action: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matches(action.toLowerCase(), pattern.toLowerCase()));
}

/** A star stands for anything, slashes too. */
function matches(action: string, pattern: string): boolean {
  if (!pattern.includes('*')) return action === pattern;
  const [start = '', ...rest] = pattern.split('*');
  const end = rest.pop() ?? '';
  if (!action.startsWith(start) || !action.endsWith(end)) return false;
  let place = start.length;
  for (const part of rest) {
    const found = action.indexOf(part, place);
    if (found === -1) return false;
    place = found + part.length;
  }
  return place <= action.length - end.length;
}
