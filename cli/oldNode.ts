const LEAST = [22, 19] as const;

/**
 * Says what is wrong with a version of Node that is too old to run the program; undefined when it is not.
 * @param version `22.19.0`
 */
export function oldNodeProblem(version: string): string | undefined {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])) return undefined;
  return `this is Node ${version}, and it takes Node ${LEAST.join('.')} or later. Install a current Node; in a checkout, \`npm ci\` brings one along and \`npm start\` uses it.`;
}
