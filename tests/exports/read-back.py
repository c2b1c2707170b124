"""Reads exports with the libraries of others, and compares them with the JSON of the same export.

    python read-back.py FOLDER

The folder has the files of `read-back.sh`. tests/exports/ compares the JSON with the API.
"""

import io
import json
import sys
import zipfile
from csv import DictReader
from pathlib import Path

import igraph
import networkx
import openpyxl
from lxml import etree
from openpyxl.utils.escape import unescape

here = Path(__file__).parent
failures = []


def same(what, found, expected):
    """Notes a difference, with the first of the values that differ."""
    if found == expected:
        print(f"  same: {what} ({len(expected)})")
        return
    first = next(
        (pair for pair in zip(found, expected) if pair[0] != pair[1]), (len(found), len(expected))
    )
    failures.append(f"{what}: found {first[0]!r}, expected {first[1]!r}")


def edges_expected(graph, *names):
    return sorted((edge["id"], *(edge.get(name) for name in names)) for edge in graph["edges"])


def nodes_expected(graph, *names):
    return sorted((node["id"], *(node.get(name) for name in names)) for node in graph["nodes"])


def key(value):
    """Sorts values of which some are None."""
    return tuple("" if one is None else str(one) for one in value)


# GraphML and GEXF have lists as text, the JSON as lists.
def flat(graph):
    for record in graph["nodes"] + graph["edges"]:
        record["evidence"] = "; ".join(map(evidence_text, record["evidence"])) or None
        for name in ("publishers", "sources", "aliases", "sameAs"):
            if name in record:
                record[name] = "; ".join(record[name]) or None
    return graph


def evidence_text(piece):
    position = piece["position"]
    return "".join(
        [
            piece["source"],
            f".{piece['property']}" if piece["property"] else "",
            f"@{position['start']}-{position['end']}" if position else "",
            "!" if piece["stance"] == "CONTRADICTS" else "",
            "~" if piece["inferred"] else "",
        ]
    )


EDGE = ("source", "target", "kind", "sentence", "standing", "contested", "publisherCount",
        "originCount", "publishers", "sources", "evidence", "start", "end", "certainFrom",
        "certainUntil", "dated", "weight", "role", "since", "until")
NODE = ("label", "type", "kind", "name_en", "name_ru", "name_kk", "aliases", "description",
        "evidence", "degree", "start", "end", "dated")


def check_networkx(title, found, graph):
    assert found.is_multigraph() or len(found.edges) == len(graph["edges"])
    edges = [(data.get("relation"), source, target, *(data.get(name) for name in EDGE[2:]))
             for source, target, data in found.edges(data=True)]
    nodes = [(slug, *(data.get(name) for name in NODE)) for slug, data in found.nodes(data=True)]
    same(f"{title}, edges", sorted(edges, key=key), sorted(edges_expected(graph, *EDGE), key=key))
    same(f"{title}, nodes", sorted(nodes, key=key), sorted(nodes_expected(graph, *NODE), key=key))


def check_igraph(path, graph):
    found = igraph.Graph.Read_GraphML(str(path))
    edges = [(edge["relation"], found.vs[edge.source]["id"], found.vs[edge.target]["id"],
              edge["sentence"], edge["evidence"] or None) for edge in found.es]
    same("igraph, GraphML, edges", sorted(edges, key=key),
         sorted(edges_expected(graph, "source", "target", "sentence", "evidence"), key=key))
    nodes = [(node["id"], node["label"]) for node in found.vs]
    same("igraph, GraphML, nodes", sorted(nodes), nodes_expected(graph, "label"))
    assert found["Title"] == graph["graph"]["title"]


def check_xlsx(path, graph):
    book = openpyxl.load_workbook(path, read_only=True)
    same("openpyxl, sheets", book.sheetnames, ["Entities", "Relations", "Evidence", "Sources", "About"])

    def rows(name):
        head, *others = book[name].iter_rows()
        names = [cell.value for cell in head]
        for row in others:
            # A formula would have the type f.
            assert all(cell.data_type != "f" for cell in row), row
            yield dict(zip(names, (shown(cell.value) for cell in row)))

    edges = [(row["relation"], row["fromSlug"], row["toSlug"], row["sentence"], row["contested"],
              row["originCount"], row["start"]) for row in rows("Relations")]
    same("openpyxl, relations", edges,
         edges_expected(graph, "source", "target", "sentence", "contested", "originCount", "start"))
    nodes = [(row["slug"], row["name"]) for row in rows("Entities")]
    same("openpyxl, entities", nodes, nodes_expected(graph, "label"))
    evidence = [row["citation"] for row in rows("Evidence")]
    same("openpyxl, evidence", sorted(evidence), graph["citations"])
    # What is read only has no links.
    linked = openpyxl.load_workbook(path)
    links = [cell.hyperlink.target.rpartition("/")[2] for cell in linked["Relations"]["E"][1:]]
    same("openpyxl, links of relations", links, [edge[0] for edge in edges_expected(graph)])
    links = [cell.hyperlink.target.rpartition("/")[2] for cell in linked["Entities"]["A"][1:]]
    same("openpyxl, links of entities", links, [node[0] for node in nodes_expected(graph)])


def shown(value):
    """Returns a value as spreadsheets show it: `_x0041_` stands for a letter, which openpyxl leaves."""
    return unescape(value) if isinstance(value, str) else value


def check_csv(path, graph):
    with zipfile.ZipFile(path) as archive:
        def rows(name):
            return list(DictReader(io.TextIOWrapper(archive.open(name), "utf-8", newline="")))

        edges = [(row["Id"], row["Source"], row["Target"], row["sentence"], row["evidence"] or None)
                 for row in rows("relations.csv")]
        same("CSV, relations", edges,
             edges_expected(graph, "source", "target", "sentence", "evidence"))
        nodes = [(row["Id"], row["Label"]) for row in rows("entities.csv")]
        same("CSV, entities", nodes, nodes_expected(graph, "label"))
        evidence = [row["citation"] for row in rows("evidence.csv")]
        same("CSV, evidence", sorted(evidence), graph["citations"])


def main(folder):
    text = (folder / "graph.json").read_text("utf-8")
    graph = json.loads(text)
    graph["citations"] = sorted(
        piece["citation"] for record in graph["nodes"] + graph["edges"] for piece in record["evidence"]
    )
    linked = networkx.node_link_graph(json.loads(text), edges="edges")
    same("NetworkX, JSON, edges", sorted(data["id"] for *_, data in linked.edges(data=True)),
         [edge[0] for edge in edges_expected(graph)])
    graph = flat(graph)
    schema = etree.RelaxNG(etree.parse(here / "gexf.rng"))
    if not schema.validate(etree.parse(folder / "graph.gexf")):
        failures.append(f"GEXF is not valid: {schema.error_log.last_error}")
    check_networkx("NetworkX, GEXF", networkx.read_gexf(folder / "graph.gexf"), graph)
    check_networkx("NetworkX, GraphML", networkx.read_graphml(folder / "graph.graphml"), graph)
    check_igraph(folder / "graph.graphml", graph)
    check_xlsx(folder / "graph.xlsx", graph)
    check_csv(folder / "graph.csv.zip", graph)
    for failure in failures:
        print(f"  DIFFERS: {failure}")
    return 1 if failures else 0


sys.exit(main(Path(sys.argv[1])))
