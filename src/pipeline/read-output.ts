import type { Capture, Doc, ReadOutput } from '../doc/index.ts';

/** What `sayso read` prints and `read()` returns: the Doc in the shape of docs/record.md, comments in the clear. */
export function readOutput(doc: Doc): ReadOutput {
  const { text, map, language, segments, articles, notes } = doc;
  return { capture: captureOut(doc.capture), text, map, language, segments, articles, notes };
}

function captureOut(capture: Capture): ReadOutput['capture'] {
  const { kind: _record, ...fields } = capture;
  return fields;
}
