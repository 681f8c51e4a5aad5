#!/usr/bin/env node
import { Command, CommanderError } from 'commander';
import { MODEL_VERSION } from '../model/modelVersion.ts';
import { billCommand } from './commands/bill.ts';
import { checkCommand } from './commands/check.ts';
import { reportCommand } from './commands/report.ts';
import { rulesCommand } from './commands/rules.ts';
import { runCommand } from './commands/run.ts';
import { serveCommand } from './commands/serve.ts';
import { targetsCommand } from './commands/targets.ts';
import { EXIT } from './exitCode.ts';
import { explainError } from './explainError.ts';
import type { Io } from './io.ts';

const io: Io = { out: process.stdout, err: process.stderr };

// Whoever reads the output may have had enough of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(EXIT.conforms);
  throw error;
});

function end(exitCode: number): void {
  process.exitCode = exitCode;
}

const program = new Command('keyvault-conformance')
  .description(
    "Judges Azure Key Vault, its emulators and recordings of it by the rules of the vault's deletion lifecycle.",
  )
  .version(MODEL_VERSION)
  .showHelpAfterError('(add --help for what there is)')
  .showSuggestionAfterError()
  .exitOverride();

const commands = [
  runCommand,
  checkCommand,
  billCommand,
  serveCommand,
  targetsCommand,
  rulesCommand,
  reportCommand,
];
for (const command of commands) {
  program.addCommand(command(io, end).exitOverride().showHelpAfterError('(add --help for what there is)'));
}

try {
  await program.parseAsync();
} catch (error) {
  // Commander has said what is wrong with the command line, or printed the help that was asked for.
  if (error instanceof CommanderError) end(error.exitCode === 0 ? EXIT.conforms : EXIT.usage);
  else {
    const { text, exitCode } = explainError(error);
    process.stderr.write(`keyvault-conformance: ${text}\n`);
    end(exitCode);
  }
}
