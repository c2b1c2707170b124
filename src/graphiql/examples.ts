/** A query that GraphiQL lists and opens in a tab, and that a test runs. */
export interface Example {
  readonly title: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

export const examples: readonly Example[] = [
  {
    title: 'Find somebody by name, however it is spelled',
    query: `# The search finds names in any script and spelling, by the beginnings of words and despite a typing
# mistake: try Lastayev, Lastaev, lastaef, НПМ, Қазақстан or Kazakhstan.
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
# publisherCount is the number of publishers that confirm it; originCount is the number of
# independent origins of their information. Two answers rule each other out: they are contested.
query WhoOrganised {
  entity(slug: "conference-penitentiary-2025") {
    name
    ... on Event {
      startDate
      heldIn { nodes { name } }
      participants(filter: { roles: [ORGANIZER, CO_ORGANIZER] }) {
        totalCount
        edges {
          relation {
            role
            standing
            isContested
            rivals { from { name } }
            publishers { name }
            publisherCount
            originCount
          }
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
    query: `# Every statement about the National Preventive Mechanism: what was said, by which act, by whom,
# on whose behalf, and where.
query WhoSaidWhat {
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
    query: `# The evidence for one relation: each source, its publisher, the informers of the publisher,
# and the position of the passage if the editors had the whole text.
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
    title: 'People who spoke at an event about resocialisation',
    query: `# A nested filter selects people who spoke at an event about the return of prisoners into society.
# The query also lists the offices that they hold.
query SpeakersOnATopic {
  people(
    filter: {
      related: [
        {
          relation: { relationTypes: [PARTICIPATED_IN], roles: [SPEAKER] }
          entity: {
            related: [
              { relation: { relationTypes: [ABOUT] }, entity: { slugs: ["resocialisation"] } }
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
    query: `# Everything on which sources disagree: values of a property, relations that exclude each other,
# statements that dispute one another. The side that the graph shows comes first.
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
    query: `# The statements about the National Preventive Mechanism at the conference, with their speakers,
# and the participants without such a statement in these sources.
query WhoSpokeWhoIsSilent {
  positions(about: "npm", event: "conference-penitentiary-2025") {
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
    query: `# The relations that only the news report confirms: no other source states them explicitly.
query WhatFallsWithASource {
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
    title: 'How two are connected, explained with citations',
    query: `# The shortest paths between two people along relations that at least one source states explicitly.
# explanation has a sentence with citations for each relation, in EN, RU or KK.
# Who the two are stands in the editor of variables, below this one.
query HowAreTheyConnected($from: String!, $to: String!) {
  paths(from: $from, to: $to, filter: { minOrigins: 1 }) {
    paths {
      length
      entities { slug name }
      relations { key publisherCount originCount }
      explanation(language: EN)
    }
    truncated
  }
}
`,
    variables: { from: 'matilda-bogner', to: 'artur-lastaev' },
  },
  {
    title: 'What surrounds the conference',
    query: `# The nodes and relations from which a picture of the network can be drawn.
# depth is the maximum distance from the centre; limit is the maximum number of nodes, nearest first.
query WhatSurroundsIt {
  network(center: ["conference-penitentiary-2025"], depth: 1, filter: { minOrigins: 2 }, limit: 100) {
    nodes { slug type name degree }
    edges { type from { slug } to { slug } publisherCount originCount }
    truncated
  }
}
`,
  },
  {
    title: 'Whom the ombudsman meets, and where',
    query: `# Organizations that took part in the same events. These events are the witnesses.
query WhomDoesItMeet {
  interlocks(slug: "ombudsman-kz", types: [ORGANIZATION], filter: { relationTypes: [PARTICIPATED_IN] }, first: 10) {
    totalCount
    nodes {
      entity { slug name }
      weight
      witnesses { nodes { entity { name } relations { role from { slug } } } }
    }
  }
}
`,
  },
  {
    title: 'The graph without a source',
    query: `# The graph as if the news report did not exist: counts are computed without it, and relations that
# only it states are left out.
query WithoutASource {
  entity(slug: "conference-penitentiary-2025") {
    ... on Event {
      participants(filter: { without: ["kt-2025-12-11"], minPublishers: 1 }) {
        totalCount
        edges { node { slug } relation { role publisherCount originCount } }
      }
    }
  }
}
`,
  },
  {
    title: 'What was known on the day of the conference',
    query: `# The graph as its sources knew it on a day: all that was published later is set aside.
query WhatWasKnownThen {
  entity(slug: "conference-penitentiary-2025") {
    ... on Event {
      participants(filter: { publishedUntil: "2025-12-10", standing: [STATED] }) {
        totalCount
        edges { node { slug name } relation { role publisherCount sentence } }
      }
    }
  }
}
`,
  },
  {
    title: 'What was then, and in plain words with its sources',
    query: `# The organizations that Kazakhstan belonged to, as sentences (EN, RU or KK) with citations.
# held says whether a relation was valid in a year: CERTAINLY, POSSIBLY (its dates do not rule it out)
# or NOT.
query WhatHeldWhen {
  entity(slug: "kazakhstan") {
    name
    ... on Organization {
      belongsTo(filter: { during: { from: "2020", to: "2026" } }) {
        edges {
          relation {
            sentence
            in2023: held(from: "2023", to: "2023")
            in2026: held(from: "2026", to: "2026")
            evidence { nodes { citation } }
          }
        }
      }
    }
  }
}
`,
  },
  {
    title: 'Who stands between others, and who belongs together',
    query: `# Who stands on the shortest paths between others, and which groups are related more to each other than
# to the rest: over all relations that at least two publishers confirm. It describes these sources,
# which write more of some than of others, and not how much power anybody has.
query WhoStandsBetween {
  centrality(measure: BETWEENNESS, filter: { minPublishers: 2 }, first: 10) {
    nodeCount
    relationCount
    edges {
      rank
      score
      node { slug type name }
    }
  }
  communities(filter: { minPublishers: 2 }, first: 5) {
    modularity
    nodes {
      number
      size
      entities(first: 5) { nodes { slug name } }
    }
  }
}
`,
  },
  {
    title: 'The treaty behind the National Preventive Mechanism',
    query: `# The treaty that established the National Preventive Mechanism, the treaty that it supplements,
# and the acts by which Kazakhstan became a party, with both sides if sources disagree.
query TheTreatyBehindIt {
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
