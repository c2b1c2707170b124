/** The kinds of sources, with their descriptions. */
export const sourceKinds = {
  NEWS: 'A news report.',
  PRESS_RELEASE: 'What an institution says of itself.',
  TREATY_BODY: 'A document of a treaty body or another body of the United Nations.',
  NGO: 'A publication of an organisation of citizens or of researchers.',
  LAW: 'The text of a law or an order.',
  EDITORIAL: 'The editors of this graph: never counted as a publisher or an origin.',
  OTHER: 'Another source.',
} as const;
