import { type Model, modelFrom } from '../lib/model-file.ts';
import type { LexiconSource } from './source.ts';

/** Gives a model of a language by task ("tagger", "parser", "names", "clusters"), or `null` where none ships. */
export type Models = (language: string, task: string) => Model | null;

/** Makes the loader of models; each is opened once and read in place from the buffer that all threads share. */
export function loadModels(source: LexiconSource): Models {
  const open = new Map<string, Model | null>();
  return (language, task) => {
    const name = `models/${language}/${task}`;
    const known = open.get(name);
    if (known !== undefined) return known;
    const buffer = source.buffers[name];
    const model = buffer ? modelFrom(buffer) : null;
    open.set(name, model);
    return model;
  };
}
