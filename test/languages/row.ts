/** A made-up sentence of news and what must be found in it; what is left out is not looked at. */
export interface Row {
  readonly text: string;
  /** How many sentences it holds. */
  readonly sentences?: number;
  /** Its tokens, parted by spaces. */
  readonly tokens?: string;
  /** Time expressions as they stand, with their values when published on 2031-05-14 (a Wednesday). */
  readonly times?: readonly (readonly [text: string, value: string])[];
  /** One attribution: source, cue and content as they stand, and its stance. */
  readonly says?: readonly [source: string, cue: string, content: string, stance?: string];
  /** Names of the language's list with what they name. */
  readonly names?: readonly (readonly [text: string, id: string])[];
}
