#!/usr/bin/env node
import { oldNodeProblem } from './oldNode.ts';

// An older Node could not even load the libraries that the program needs, so they are loaded after this.
const problem = oldNodeProblem(process.versions.node);
if (problem === undefined) {
  const { main } = await import('./program.ts');
  await main();
} else {
  process.stderr.write(`keyvault-conformance: ${problem}\n`);
  process.exitCode = 3;
}
