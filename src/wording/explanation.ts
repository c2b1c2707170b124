import type { Language } from '../vocabulary/languages.js';
import type { Vocabulary } from '../vocabulary/vocabulary.js';
import type { Standing } from '../model/records.js';
import { citationParts, type CitedEvidence } from './citation.js';
import { sentenceParts, shortened, type SentenceEnds, type SentenceRelation } from './sentences.js';
import { againstIt, marksOf, type Rivals, type Testimony } from './telling.js';
import { textOf, united, words, type TextPart } from './text-part.js';

/** A relation of a path, with all evidence for it and for its dates. */
export interface Hop {
  readonly relation: SentenceRelation;
  readonly ends: SentenceEnds;
  readonly standing: Standing;
  readonly isContested: boolean;
  readonly testimony: readonly Testimony[];
  readonly rivals: Rivals;
}

/** A part of an explanation, which belongs either to a sentence or to a citation below the sentences. */
export interface ExplanationPart extends TextPart {
  /** The number of the sentence, from 1: the place of its relation in the path. Null in a citation. */
  readonly sentenceNumber: number | null;
  /** The number of the citation, as in `[1]`. Null in a sentence. */
  readonly citationNumber: number | null;
}

/**
 * Explains a path as a paragraph with a sentence for each relation, and a list of what is cited:
 * `[1]` and so on. A long title is shortened once it was named in full. Returns no part for a path
 * without relations.
 */
export function explanationParts(
  hops: readonly Hop[],
  language: Language,
  vocabulary: Vocabulary,
): ExplanationPart[] {
  const citations = new Citations(language);
  const known = new Set<string>();
  const sentences = hops.map(({ relation, ends, standing, isContested, testimony, rivals }) => {
    const cite = (cited: readonly CitedEvidence[]) => citations.mark(cited);
    const told = {
      relation,
      ends: { from: shortened(ends.from, known), to: shortened(ends.to, known) },
      standing,
      marks: marksOf(testimony, cite, vocabulary.relationType(relation.type)),
      against: isContested ? againstIt(testimony, rivals, cite) : null,
    };
    known.add(ends.from.slug).add(ends.to.slug);
    return sentenceParts(told, language, vocabulary);
  });
  const paragraph = sentences.flatMap((parts, index) => {
    const space = words(index === sentences.length - 1 ? '' : ' ', language);
    return numbered([...parts, space], { sentenceNumber: index + 1, citationNumber: null });
  });
  return [...paragraph, ...citations.list()];
}

function numbered(
  parts: readonly TextPart[],
  numbers: Pick<ExplanationPart, 'sentenceNumber' | 'citationNumber'>,
): ExplanationPart[] {
  return united(parts).map((part) => ({ ...part, ...numbers }));
}

/** The citations of an explanation, numbered from 1 in the order in which they are read. */
class Citations {
  private readonly numbers = new Map<string, number>();
  private readonly parts: ExplanationPart[] = [];

  constructor(private readonly language: Language) {}

  mark(cited: readonly CitedEvidence[]): string {
    const numbers = cited
      .map((one) => this.numberOf(citationParts(one, this.language)))
      .sort((a, b) => a - b);
    return numbers.length === 0 ? '' : ` [${numbers.join(', ')}]`;
  }

  /** Returns the list, one citation a line, after an empty line; no part if nothing is cited. */
  list(): readonly ExplanationPart[] {
    return this.parts;
  }

  private numberOf(citation: readonly TextPart[]): number {
    const text = textOf(citation);
    const known = this.numbers.get(text);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    this.numbers.set(text, number);
    const before = number === 1 ? '\n\n' : '\n';
    const parts = [words(`${before}[${number}] `, this.language), ...citation];
    this.parts.push(...numbered(parts, { sentenceNumber: null, citationNumber: number }));
    return number;
  }
}
