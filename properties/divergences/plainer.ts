import type { Fields } from '../../model/fields.ts';
import { isCall, type Step } from '../steps/step.ts';

/** The step with plainer arguments, the plainest first; none when they are plain. */
export function plainer(step: Step | undefined): readonly Step[] {
  if (!step || !isCall(step)) return [];
  if (step.call === 'set' && !step.broken) {
    return plainerInputs(step.input).map((input) => ({ ...step, input }));
  }
  if (step.spelling) {
    const { spelling: _other, ...plain } = step;
    return [plain];
  }
  if ('pageSize' in step && step.pageSize !== undefined) {
    const { pageSize: _size, ...plain } = step;
    return [plain];
  }
  return [];
}

/** A value alone, then with one other field. */
function plainerInputs(input: Fields): readonly Fields[] {
  const { value, ...others } = input;
  if (value === undefined || Object.keys(others).length === 0) return [];
  const one = Object.entries(others).map(([field, content]): Fields => ({ value, [field]: content }));
  return [{ value }, ...(one.length > 1 ? one : [])];
}
