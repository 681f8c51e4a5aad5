import { CATALOGUE } from '../../model/rules/catalogue.ts';
import { UsageError } from '../usageError.ts';

/**
 * Reads `NR,PP-05`: groups and single rules.
 * @returns whether a rule is among them; undefined for no filter
 * @throws UsageError for what is neither a group nor a rule
 */
export function ruleFilter(text: string | undefined): ((rule: string) => boolean) | undefined {
  if (text === undefined) return undefined;
  const wanted = text.split(',').map((part) => part.trim().toUpperCase());
  for (const part of wanted) {
    if (CATALOGUE.some(({ id }) => id === part || id.startsWith(`${part}-`))) continue;
    throw new UsageError(
      `--only ${text}: there is no rule or group "${part}"; \`keyvault-conformance rules\` lists them`,
    );
  }
  return (rule) => wanted.some((part) => rule === part || rule.startsWith(`${part}-`));
}
