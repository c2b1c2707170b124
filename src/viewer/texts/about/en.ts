import type { AboutTexts } from './texts.js';

export const about: AboutTexts = {
  lead: 'Kenes keeps who is connected to whom in public life, on what matter and who said what, as published sources tell it. Every relation names its sources, and the passage to the character where the whole text was seen.',
  sections: [
    {
      title: 'How it counts',
      paragraphs: [
        'A publisher is counted if it states a relation explicitly. An origin is whoever the publisher has it from: three papers that print one press release are three publishers and one origin. The dots ●●○ count origins.',
        '“Inferred” is what sources imply without saying it; it is never counted. “By our reading” is what the editors added; the editors are no source.',
        'Where sources disagree, both sides are kept, each with its sources, and marked ≠. Of two values of a property one is shown: the one of more origins, then of more publishers, then of the earlier source.',
      ],
    },
    {
      title: 'Time',
      paragraphs: [
        'Dates are as precise as sources give them. With a range of dates, a relation held certainly, possibly or not; what has no date held possibly. “Only certainly” leaves out what is merely possible.',
      ],
    },
    {
      title: 'What is not there',
      paragraphs: [
        'That a statement or a relation is not here means that no source of this graph has it. It does not mean that it was never made. Numbers are numbers of these sources, never a measure of influence.',
        'Sources can be set aside: all pages then show what is left without them, and say so in their address. Every view has an address that opens the same again.',
      ],
    },
    {
      title: 'Languages',
      paragraphs: [
        'Names are in English, Russian and Kazakh, as sources have them. A name that none of the sources has in your language is shown in another one. Translations of ours are marked.',
      ],
    },
  ],
  entityTypes: 'What there is',
  relationTypes: 'What can be between them',
  machines: 'For machines',
  graphql:
    'everything that these pages show. Each page has the query that made it behind “As GraphQL”.',
  schema: 'the fields, with their meanings.',
  exports:
    '“Take away” on a page exports exactly what is seen, as files for Gephi, R, Python, Excel and others.',
  licence: 'Licence',
  licenceText:
    'The program and the documents of the graph are licensed under Apache-2.0. The documents state facts in our own words; the articles that they cite belong to their publishers.',
};
