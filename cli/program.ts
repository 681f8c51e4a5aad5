import { Command, CommanderError } from 'commander';
import { MODEL_VERSION } from '../model/modelVersion.ts';
import { printableLine } from '../reports/wording/printable.ts';
import { EXIT } from './exitCode.ts';
import { explainError } from './explainError.ts';
import { type Io, outlive } from './io.ts';

type MakeCommand = (io: Io, end: (exitCode: number) => void) => Command;

/** The commands, each loaded when it is wanted: together they take a second to load. */
const COMMANDS: { readonly [name: string]: () => Promise<MakeCommand> } = {
  run: async () => (await import('./commands/run.ts')).runCommand,
  check: async () => (await import('./commands/check.ts')).checkCommand,
  bill: async () => (await import('./commands/bill.ts')).billCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  targets: async () => (await import('./commands/targets.ts')).targetsCommand,
  probe: async () => (await import('./commands/probe.ts')).probeCommand,
  rules: async () => (await import('./commands/rules.ts')).rulesCommand,
  explain: async () => (await import('./commands/explain.ts')).explainCommand,
  replay: async () => (await import('./commands/replay.ts')).replayCommand,
  report: async () => (await import('./commands/report.ts')).reportCommand,
};

/** Commands that end with a verdict. */
const JUDGING: ReadonlySet<string> = new Set(['run', 'check', 'report']);

const EXIT_CODES = `
Exit code: 0 conforms, 1 diverges, 2 nothing can be concluded, 3 the command
line is wrong.`;

const HELP_HINT = '(add --help for what there is)';

/** Milliseconds after its end at which the process is ended for good, should something still hold it. */
const GRACE = 1000;

/** Runs the command line of this process, and sets its exit code. */
export async function main(): Promise<void> {
  const io: Io = { out: process.stdout, err: process.stderr };
  outlive(io.out);
  outlive(io.err);
  // A file that outgrows the limit set for it is told as such, instead of ending the process.
  process.on('SIGXFSZ', () => {});
  try {
    const program = await assemble(io, process.argv[2]);
    await program.parseAsync();
  } catch (error) {
    tell(io, error);
  }
  setTimeout(() => process.exit(), GRACE).unref();
}

function end(exitCode: number): void {
  process.exitCode = exitCode;
}

/** The command line with the one command that is asked for, or with all of them when it is not clear which. */
async function assemble(io: Io, wanted: string | undefined): Promise<Command> {
  const program = new Command('keyvault-conformance')
    .description(
      "Judges Azure Key Vault, its emulators and recordings of it by the rules of the vault's deletion lifecycle.",
    )
    .version(MODEL_VERSION)
    .showHelpAfterError(HELP_HINT)
    .showSuggestionAfterError()
    .addHelpText('after', EXIT_CODES)
    .exitOverride();
  const isKnown = wanted !== undefined && Object.hasOwn(COMMANDS, wanted);
  for (const [name, load] of Object.entries(COMMANDS)) {
    if (isKnown && name !== wanted) continue;
    const make = await load();
    const command = make(io, end).exitOverride().showHelpAfterError(HELP_HINT);
    program.addCommand(JUDGING.has(name) ? command.addHelpText('after', EXIT_CODES) : command);
  }
  return program;
}

function tell(io: Io, error: unknown): void {
  // Commander has said what is wrong with the command line, or printed the help that was asked for.
  if (error instanceof CommanderError) {
    end(error.exitCode === 0 ? EXIT.conforms : EXIT.usage);
    return;
  }
  const { text, exitCode } = explainError(error);
  // A target's own words may be in it, so it is printed as what it is.
  io.err.write(`keyvault-conformance: ${printableLine(text)}\n`);
  end(exitCode);
}
