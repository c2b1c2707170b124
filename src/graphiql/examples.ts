/** A query that GraphiQL opens in a tab, and that a test runs. */
export interface Example {
  readonly title: string;
  readonly query: string;
}

export const examples: readonly Example[] = [
  {
    title: 'Find somebody by name, however it is spelled',
    query: `# Names are found in any script and spelling, by their beginnings and with a typing mistake:
# try Lastayev, Lastaev, lastaef, НПМ, Қазақстан or Kazakhstan.
query FindByName {
  search(query: "Ластаев") {
    edges {
      matchedName
      matchedLanguage
      score
      node { slug type name degree }
    }
  }
}
`,
  },
  {
    title: 'Who organised the conference, and who says so',
    query: `# Who organised the conference on human rights and the penitentiary system in Astana?
# publisherCount: how many publishers confirm it. originCount: how many independent origins they have it from.
query WhoOrganised {
  entity(slug: "conference-penitentiary-2025") {
    name
    ... on Event {
      startDate
      heldIn { nodes { name } }
      participants(filter: { roles: [ORGANIZER, CO_ORGANIZER] }) {
        totalCount
        edges {
          relation { role publisherCount originCount }
          node { slug name }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Who said what about the National Preventive Mechanism',
    query: `# Every point that somebody made about the National Preventive Mechanism:
# what, by which act, who, on whose behalf, and where.
query WhoSaidWhatAboutTheNPM {
  entity(slug: "npm") {
    name
    ... on Topic {
      discussedIn(filter: { entityTypes: [STATEMENT] }) {
        nodes {
          ... on Statement {
            act
            text(language: EN)
            madeBy { nodes { slug name } }
            onBehalfOf { nodes { slug name } }
            madeAt { nodes { slug name startDate } }
          }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Which passage says so',
    query: `# The evidence for one relation: each source, its publisher, from whom it has it,
# and the characters of the passage where the whole text was seen.
query WhichPassageSaysSo {
  relation(key: "matilda-bogner~PARTICIPATED_IN~conference-penitentiary-2025~SPEAKER") {
    from { name }
    label
    to { name }
    publisherCount
    originCount
    evidence {
      nodes {
        stance
        inferred
        selector { start end sha256 }
        source {
          slug
          urls
          publisher { name }
          informers { name }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'People who spoke at an event about the Universal Declaration',
    query: `# A nested filter: people who spoke at an event that was about the Universal Declaration
# of Human Rights, and what office they hold.
query SpokeWhereTheDeclarationWasTheSubject {
  people(
    filter: {
      related: [
        {
          relation: { relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }
          entity: {
            related: [
              { relation: { relationTypes: [ABOUT] }, entity: { slugs: ["udhr"] } }
            ]
          }
        }
      ]
    }
  ) {
    totalCount
    nodes {
      slug
      name
      memberships { edges { relation { title since } node { name } } }
    }
  }
}
`,
  },
  {
    title: 'Where sources disagree',
    query: `# Everything on which sources do not agree: values of a property, relations that rule each other
# out, statements that dispute one another. The side that the graph shows comes first.
query WhereSourcesDisagree {
  disagreements(first: 50) {
    totalCount
    nodes {
      kind
      property
      target {
        ... on Entity { slug name }
        ... on Relation { key label from { name } to { name } }
      }
      sides {
        value
        shown
        publisherCount
        originCount
        relation { from { name } label to { name } }
        statement { slug text(language: EN) madeBy { nodes { name } } }
        evidence { stance value note source { slug publisher { name } informers { name } } }
      }
    }
  }
}
`,
  },
  {
    title: 'Who spoke on a topic, and who is silent in these sources',
    query: `# What was said on the National Preventive Mechanism at the conference, by whom and for whom,
# and who took part without a statement on it in these sources.
query WhoSpokeAndWhoDidNot {
  positions(topic: "npm", event: "conference-penitentiary-2025") {
    topics { slug name }
    statements {
      totalCount
      nodes {
        date
        act
        actors { slug name }
        onBehalfOf { slug name }
        statement { slug text(language: EN) }
        topics { slug }
      }
    }
    speakers { totalCount nodes { slug name } }
    silent { totalCount nodes { slug name } }
  }
}
`,
  },
  {
    title: 'What falls if a source falls',
    query: `# The relations that the news report alone confirms: no other source says so outright.
query WhatFallsIfASourceFalls {
  source(slug: "kt-2025-12-11") {
    urls
    publisher { name }
    informers { name }
    soleSupportOf {
      totalCount
      nodes { key from { name } label to { name } }
    }
  }
}
`,
  },
  {
    title: 'The treaty behind the National Preventive Mechanism',
    query: `# What the National Preventive Mechanism rests on, what that treaty supplements,
# and what Kazakhstan did to be bound by it, with both sides where sources disagree.
query TheTreatyBehindTheNPM {
  entity(slug: "npm") {
    name
    ... on Topic {
      establishedUnder {
        nodes {
          slug
          name
          ... on Instrument {
            supplements { nodes { slug name } }
            parties {
              edges {
                relation {
                  act
                  date
                  evidence { nodes { stance value source { publisher { name } } } }
                }
                node { name }
              }
            }
          }
        }
      }
    }
  }
}
`,
  },
];
