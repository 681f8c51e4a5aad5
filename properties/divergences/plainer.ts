import type { Fields } from '../../model/fields.ts';
import { type CallStep, isCall, type Step } from '../steps/step.ts';

/** The step with plainer arguments, the plainest first; none when they are plain. */
export function plainer(step: Step | undefined): readonly Step[] {
  if (!step || !isCall(step)) return [];
  const isSet = step.call === 'set' && !step.broken;
  const inputs = isSet ? plainerInputs(step.input).map((input): Step => ({ ...step, input })) : [];
  const usual = usualForm(step);
  return usual ? [usual, ...inputs] : inputs;
}

/** The call as it is usually made: the name as it was chosen, the usual api-version and page; undefined where it is. */
function usualForm(step: CallStep): Step | undefined {
  const { spelling, apiVersion, ...usual } = step;
  const isPaged = 'pageSize' in usual && usual.pageSize !== undefined;
  if (spelling === undefined && apiVersion === undefined && !isPaged) return undefined;
  if (!isPaged) return usual;
  const { pageSize: _size, ...whole } = usual;
  return whole;
}

/** A value alone, then with one other field. */
function plainerInputs(input: Fields): readonly Fields[] {
  const { value, ...others } = input;
  if (value === undefined || Object.keys(others).length === 0) return [];
  const one = Object.entries(others).map(([field, content]): Fields => ({ value, [field]: content }));
  return [{ value }, ...(one.length > 1 ? one : [])];
}
