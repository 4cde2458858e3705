import type { KindDefinition, KindLanguage } from '../kind.ts';
import { ambiguousPhrases } from '../catalog/ambiguous-phrases.ts';
import { shapeOf } from './spelling.ts';
import { phraseStems } from './words.ts';

/** What can be read out of texts: any kind, and the forms of its name if it has them. */
export type ReadableKind = KindDefinition & {
  readonly forms?: { readonly [Language in KindLanguage]: { readonly one: string; readonly other: string } };
};

/** A kind that a phrase can mean, and the languages in which it does. */
export type Meaning<K extends ReadableKind> = { readonly kind: K; readonly languages: readonly KindLanguage[] };

/** A node of the tree of stems: what the phrase up to here means, and how it can go on. */
export type PhraseNode<K extends ReadableKind> = {
  readonly next: Map<string, PhraseNode<K>>;
  meanings: readonly Meaning<K>[];
};

/** The names and synonyms of many kinds, ready for reading texts. Build it once for a list of kinds. */
export type KindIndex<K extends ReadableKind> = {
  readonly root: PhraseNode<K>;
  /** Every stem in a phrase, by its shape, for setting misspelled words right. */
  readonly vocabulary: ReadonlyMap<string, readonly string[]>;
  readonly byCode: ReadonlyMap<string, K>;
};

const languages: readonly KindLanguage[] = ['en', 'es'];

/** Builds the index. Phrases that several kinds share keep all of them, in the order of the table of ambiguous phrases. */
export function kindIndex<K extends ReadableKind>(kinds: readonly K[]): KindIndex<K> {
  const root: PhraseNode<K> = { next: new Map(), meanings: [] };
  const stems = new Set<string>();
  for (const kind of kinds) {
    for (const language of languages) {
      for (const phrase of phrasesOf(kind, language)) {
        const words = phraseStems(phrase);
        if (words.length > 0) addPhrase(root, words, kind, language);
        for (const word of words) stems.add(word);
      }
    }
  }
  orderAmbiguous(root);
  return { root, vocabulary: byShape(stems), byCode: new Map(kinds.map((kind) => [kind.code, kind])) };
}

/** Name, both forms where the kind has them, and synonyms, in one language. */
function phrasesOf(kind: ReadableKind, language: KindLanguage): readonly string[] {
  const { name, synonyms } = kind.names[language];
  const forms = kind.forms?.[language];
  return [name, ...(forms ? [forms.one, forms.other] : []), ...synonyms];
}

function addPhrase<K extends ReadableKind>(
  root: PhraseNode<K>,
  stems: readonly string[],
  kind: K,
  language: KindLanguage,
): void {
  let node = root;
  for (const stem of stems) {
    let next = node.next.get(stem);
    if (!next) node.next.set(stem, (next = { next: new Map(), meanings: [] }));
    node = next;
  }
  const known = node.meanings.find((meaning) => meaning.kind === kind);
  if (known?.languages.includes(language)) return;
  node.meanings = known
    ? node.meanings.map((meaning) =>
        meaning === known ? { kind, languages: [...meaning.languages, language] } : meaning,
      )
    : [...node.meanings, { kind, languages: [language] }];
}

function orderAmbiguous<K extends ReadableKind>(root: PhraseNode<K>): void {
  for (const [phrase, codes] of Object.entries(ambiguousPhrases)) {
    let node: PhraseNode<K> | undefined = root;
    for (const stem of phraseStems(phrase)) node = node?.next.get(stem);
    if (!node) continue;
    const rank = (meaning: Meaning<K>): number => {
      const place = codes.indexOf(meaning.kind.code);
      return place === -1 ? codes.length : place;
    };
    node.meanings = node.meanings.toSorted((a, b) => rank(a) - rank(b));
  }
}

function byShape(stems: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const shapes = new Map<string, string[]>();
  for (const stem of stems) {
    const list = shapes.get(shapeOf(stem));
    if (list) list.push(stem);
    else shapes.set(shapeOf(stem), [stem]);
  }
  return shapes;
}
