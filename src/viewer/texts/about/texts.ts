/** The words of the page about the service. */
export interface AboutTexts {
  readonly lead: string;
  readonly sections: readonly {
    readonly title: string;
    readonly paragraphs: readonly string[];
  }[];
  readonly entityTypes: string;
  readonly relationTypes: string;
  readonly machines: string;
  readonly graphql: string;
  readonly schema: string;
  readonly exports: string;
  readonly licence: string;
  readonly licenceText: string;
}
