// A topic: what words of one meaning are about. Words of one topic are no attack; a sentence that
// joins several is weighed.

/** Words of a topic: verbs are found in each of their forms, nouns also with `-s`. */
export interface TopicWords {
  readonly verbs?: string;
  readonly nouns?: string;
  readonly words?: string;
}

export type Topics = Readonly<Record<string, TopicWords>>;
