import { foldWord } from './dictionary.ts';

const ASCII = /^[\x20-\x7e]*$/;

/** The form by which word lists are looked up: lower case, one apostrophe, Arabic letters and marks folded. */
export function wordKey(form: string): string {
  return ASCII.test(form) ? form.toLowerCase() : foldWord(form.replaceAll('’', "'"));
}
