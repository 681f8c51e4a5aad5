import { join } from 'node:path';
import type { Samples } from './curl/requestBody.ts';
import { writeScripts } from './curl/writeScripts.ts';
import { writeWhole } from './files/writeWhole.ts';
import type { RunSummary } from './fold/runSummary.ts';
import { jsonText } from './json/jsonText.ts';
import { reportRun } from './json/runReport.ts';
import { junitReport } from './junit/junitReport.ts';
import { markdownReport } from './markdown/markdownReport.ts';
import { reachReport } from './markdown/reachReport.ts';

/** The reports that can be written, in the order in which they are listed. */
export const REPORT_FORMATS = ['json', 'junit', 'markdown', 'curl'] as const;

/** One of the reports that can be written. */
export type ReportFormat = (typeof REPORT_FORMATS)[number];

/** What was written. */
export interface WrittenReports {
  /** What each file is, and its path. */
  readonly files: readonly (readonly [string, string])[];
  /** Path of each divergence's curl script, by signature. */
  readonly scripts: ReadonlyMap<string, string>;
}

/**
 * Writes the reports of a run into its folder, beside its log: `report.json`, `junit.xml`, `report.md`, `reach.md` and
 * `curl/*.sh`. Each file is replaced as a whole; other files in the folder are left alone. Throws `FileError` when one
 * cannot be written.
 * @param samples texts by the tokens that stand for them in the log: no secrets, for the scripts to send
 */
export function writeReports(
  summary: RunSummary,
  folder: string,
  formats: readonly ReportFormat[] = REPORT_FORMATS,
  samples: Samples = new Map(),
): WrittenReports {
  const files: (readonly [string, string])[] = [];
  const write = (format: ReportFormat, label: string, name: string, text: () => string): void => {
    if (!formats.includes(format)) return;
    const path = join(folder, name);
    writeWhole(path, text());
    files.push([label, path]);
  };
  const curl = join(folder, 'curl');
  const scripts = formats.includes('curl') ? writeScripts(summary, curl, samples) : new Map<string, string>();
  write('json', 'JSON', 'report.json', () => `${jsonText(reportRun(summary), 2)}\n`);
  write('junit', 'JUnit', 'junit.xml', () => junitReport(summary));
  write('markdown', 'Markdown', 'report.md', () => markdownReport(summary, scripts));
  if (summary.reach?.tables !== undefined) write('markdown', 'Reach', 'reach.md', () => reachReport(summary));
  if (scripts.size > 0) files.push(['curl', curl]);
  return { files, scripts };
}
