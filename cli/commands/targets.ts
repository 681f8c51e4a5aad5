import { Command } from 'commander';
import type { TargetPreset } from '../../adapters/targets/targetPreset.ts';
import { TARGETS } from '../../adapters/targets/targets.ts';
import { EXIT } from '../exitCode.ts';
import { type Io, print, reportWidth, writeJson } from '../io.ts';
import { wrapText } from '../wrapText.ts';

/** `targets`: list the targets that the harness knows. */
export function targetsCommand(io: Io, end: (exitCode: number) => void): Command {
  return new Command('targets')
    .description(
      'list the targets that are known, the lines that start them, what they can do and what they cannot',
    )
    .option('--json', 'print one JSON object on standard output')
    .action(async (flags: { readonly json?: boolean }) => {
      if (flags.json) await writeJson(io.out, { targets: TARGETS.map(({ open: _open, ...rest }) => rest) });
      else await print(io.out, TARGETS.map((preset) => asText(preset, reportWidth(io.out))).join('\n'));
      end(EXIT.conforms);
    });
}

function asText(preset: TargetPreset, width: number): string {
  const { id, what, from, version, url, start } = preset;
  const facts = [
    from && `from     ${from}${version ? `, last run against ${version}` : ''}`,
    url && `url      ${url}`,
    ...start.map((line, i) => `${i === 0 ? 'start    ' : 'or       '}${line}`),
    ...pairs('can', preset.capabilities, width),
    ...pairs('cannot', preset.missing, width),
  ].filter((line) => line !== undefined && line !== '');
  return [`${id}: ${what}`, ...facts.map((line) => `    ${line}`), ''].join('\n');
}

function pairs(
  title: string,
  entries: { readonly [name: string]: string },
  width: number,
): readonly string[] {
  return Object.entries(entries).flatMap(([name, text], i) => {
    const lines = wrapText(`${name}: ${text}`, width - 13);
    return lines.map((line, at) => `${(i === 0 && at === 0 ? title : '').padEnd(9)}${line}`);
  });
}
