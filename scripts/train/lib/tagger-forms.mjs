/** Opens shipped models for the trainers, without the build's expanded copies. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formsOf } from '../../../dist/annotate/forms.js';
import { expandModel, modelFrom, packModel } from '../../../dist/lib/model-file.js';
import { ROOT, stop } from './sets.mjs';

/** A model as it lies in memory, from what its file holds. */
export const modelOf = (sections) => inMemory(packModel(sections));

const inMemory = (shipped) => {
  const bytes = expandModel(shipped);
  return modelFrom(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
};

/** A shipped model: `models/en/<task>.model`. */
export function shippedModel(task) {
  const file = join(ROOT, 'models', 'en', `${task}.model`);
  if (!existsSync(file)) stop(`no ${file}: run node scripts/train/${task}.mjs first`);
  return inMemory(readFileSync(file));
}

/** Forms with the shipped clusters. */
export const shippedForms = () => formsOf(shippedModel('clusters'));
