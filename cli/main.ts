#!/usr/bin/env node
import { oldNodeProblem } from './oldNode.ts';

// An older Node could not even load the libraries that the program needs, so they are loaded after this.
const problem = oldNodeProblem(process.versions.node);
if (problem === undefined) {
  // Loaded here since Node 20, which is told to make way above, does not have it. Later starts are sooner by it.
  const { enableCompileCache } = await import('node:module');
  enableCompileCache();
  const { main } = await import('./program.ts');
  await main();
} else {
  process.stderr.write(`keyvault-conformance: ${problem}\n`);
  process.exitCode = 3;
}
