import type { SourceItem, SourcePage } from './source-page.js';

/** A help centre as somebody has it: where its pages come from. */
export interface Source {
  /** The same at every import: what was written before is looked up by it. */
  readonly name: string;
  /** Where the public reads it, when the source says so itself. */
  readonly site?: string | undefined;
  /** @throws ImportError when nothing can be read at all; what fails on the way is a note of kind `failed` */
  items(): AsyncIterable<SourceItem>;
  /** Lets go of connections. */
  readonly close?: (() => Promise<void>) | undefined;
  /** The file that the address of a picture means on a page, when the source has it on this machine. */
  readonly picture?: ((page: SourcePage, address: string) => string | undefined) | undefined;
}
