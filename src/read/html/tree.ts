import { Tokenizer } from 'htmlparser2';
import type { Role } from '../words.ts';
import type { RoleFinder } from './roles.ts';
import { BLOCK, SELF_CLOSING_SIBLINGS, VOID } from './spec.ts';

/** An element, without its children: a table that needs no recursion, however deep a page is nested. */
export interface Element {
  readonly tag: string;
  /** Index of its parent; -1 for the root. */
  readonly parent: number;
  role: Role | null;
  /** Whether its tag alone gave the role. */
  readonly sure: boolean;
}

/** A run of characters as the source has them, entities decoded. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly linked: boolean;
}

/** Text between two block borders, with the element that holds it. */
export interface Block {
  readonly element: number;
  readonly pieces: Piece[];
}

/** What a page says of itself outside its visible text. */
export interface Meta {
  readonly title: string;
  /** Of `<meta>` by name or property, lower case; first wins. */
  readonly fields: ReadonlyMap<string, string>;
  /** Text of JSON-LD scripts. */
  readonly linkedData: readonly string[];
  /** `datetime` of `<time>` elements by element. */
  readonly times: ReadonlyMap<number, string>;
}

/** A parsed page. */
export interface Tree {
  readonly elements: readonly Element[];
  readonly blocks: readonly Block[];
  readonly meta: Meta;
}

/** Parses a page in one pass; time and memory grow with its length alone, whatever its nesting. */
export function parseHtml(source: string, roleOf: RoleFinder): Tree {
  const builder = new Builder(source, roleOf);
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, builder);
  tokenizer.write(source);
  tokenizer.end();
  return builder.tree();
}

/** Holds the state between two tokens; the tokenizer calls its methods. */
class Builder {
  readonly #source: string;
  readonly #roleOf: RoleFinder;
  readonly #elements: Element[] = [{ tag: '#root', parent: -1, role: null, sure: false }];
  readonly #blocks: Block[] = [];
  readonly #stack: number[] = [0];
  /** Nearest block element, link depth and hidden depth at each place of the stack. */
  readonly #holders: number[] = [0];
  #links = 0;
  #hidden = 0;
  readonly #open = new Map<string, number>();
  #tag = '';
  #attributes = new Map<string, string>();
  #name = '';
  #value = '';
  #broken = true;
  #title = '';
  readonly #fields = new Map<string, string>();
  readonly #linkedData: string[] = [];
  readonly #times = new Map<number, string>();
  #inData = false;

  constructor(source: string, roleOf: RoleFinder) {
    this.#source = source;
    this.#roleOf = roleOf;
  }

  tree(): Tree {
    const meta = {
      title: this.#title.trim(),
      fields: this.#fields,
      linkedData: this.#linkedData,
      times: this.#times,
    };
    return { elements: this.#elements, blocks: this.#blocks, meta };
  }

  onopentagname(start: number, end: number): void {
    this.#tag = this.#source.slice(start, end).toLowerCase();
    this.#attributes = new Map();
  }
  onattribname(start: number, end: number): void {
    this.#name = this.#source.slice(start, end).toLowerCase();
    this.#value = '';
  }
  onattribdata(start: number, end: number): void {
    this.#value += this.#source.slice(start, end);
  }
  onattribentity(codepoint: number): void {
    this.#value += String.fromCodePoint(codepoint);
  }
  onattribend(): void {
    if (!this.#attributes.has(this.#name)) this.#attributes.set(this.#name, this.#value);
  }
  onselfclosingtag(): void {
    this.onopentagend();
  }

  onopentagend(): void {
    const tag = this.#tag;
    if (BLOCK.has(tag)) this.#broken = true;
    if (tag === 'meta') this.#keepMeta();
    if (VOID.has(tag)) return;
    this.#closeImplied(tag);
    const { role, sure } = this.#roleOf(tag, this.#attributes);
    const id = this.#elements.length;
    this.#elements.push({ tag, parent: this.#stack.at(-1)!, role, sure });
    this.#stack.push(id);
    this.#holders.push(BLOCK.has(tag) || role !== null ? id : this.#holders.at(-1)!);
    this.#open.set(tag, (this.#open.get(tag) ?? 0) + 1);
    if (role !== null && role !== 'hidden') this.#broken = true;
    if (tag === 'a') this.#links++;
    if (role === 'hidden') this.#hidden++;
    if (tag === 'time') this.#times.set(id, this.#attributes.get('datetime') ?? '');
    if (tag === 'script' && /ld\+json/.test(this.#attributes.get('type') ?? '')) this.#startData();
  }

  onclosetag(start: number, end: number): void {
    const tag = this.#source.slice(start, end).trim().toLowerCase();
    if (BLOCK.has(tag)) this.#broken = true;
    if (!this.#open.get(tag)) return; // an end tag without a start closes nothing
    let closed: string;
    do closed = this.#pop();
    while (closed !== tag);
  }

  ontext(start: number, end: number): void {
    this.#add(this.#source.slice(start, end), start, end);
  }
  ontextentity(codepoint: number, end: number): void {
    const start = this.#source.lastIndexOf('&', end - 1);
    this.#add(String.fromCodePoint(codepoint), start < 0 || end - start > 40 ? end - 1 : start, end);
  }
  oncdata(): void {}
  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  #startData(): void {
    this.#inData = true;
    this.#linkedData.push('');
  }

  #keepMeta(): void {
    const key = (
      this.#attributes.get('property') ??
      this.#attributes.get('name') ??
      this.#attributes.get('itemprop')
    )?.toLowerCase();
    const value = this.#attributes.get('content');
    if (key && value && !this.#fields.has(key)) this.#fields.set(key, value);
  }

  #closeImplied(tag: string): void {
    const top = this.#elements[this.#stack.at(-1)!]!.tag;
    if ((top === tag && SELF_CLOSING_SIBLINGS.has(tag)) || (top === 'p' && BLOCK.has(tag))) this.#pop();
  }

  #pop(): string {
    const { tag, role } = this.#elements[this.#stack.pop()!]!;
    this.#holders.pop();
    this.#open.set(tag, (this.#open.get(tag) ?? 1) - 1);
    if (role !== null && role !== 'hidden') this.#broken = true;
    if (tag === 'a') this.#links--;
    if (role === 'hidden') this.#hidden--;
    if (tag === 'script') this.#inData = false;
    return tag;
  }

  #add(text: string, start: number, end: number): void {
    if (this.#inData) this.#linkedData[this.#linkedData.length - 1] += text;
    if (this.#open.get('title') && !this.#open.get('svg')) this.#title += text;
    if (this.#hidden > 0 || this.#open.get('head') || this.#open.get('title')) return;
    const holder = this.#holders.at(-1)!;
    const last = this.#blocks.at(-1);
    if (this.#broken && !text.trim()) return;
    if (this.#broken || !last) this.#blocks.push({ element: holder, pieces: [] });
    this.#broken = false;
    this.#blocks.at(-1)!.pieces.push({ text, start, end, linked: this.#links > 0 });
  }
}
