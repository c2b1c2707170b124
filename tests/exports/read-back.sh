#!/usr/bin/env bash
# Exports the seed and names that deceive, has libraries for Python read the files back, and runs the
# Python of the README.
#   tests/exports/read-back.sh SCRATCH
# SCRATCH is an existing folder for a virtual environment and the files. Needs Python 3.11 or newer
# and a build. Without Python it says so, and fails only in CI.
set -euo pipefail
cd "$(dirname "$0")/../.."
scratch=$1

if ! python3 -c 'import sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo 'Exports are not read back: python3 is missing, is older than 3.11, or has no module venv.'
  [ -z "${CI:-}" ]
  exit
fi

python3 -m venv "$scratch/python"
"$scratch/python/bin/pip" install --quiet --disable-pip-version-check \
  networkx==3.6.1 igraph==1.0.0 openpyxl==3.1.5 lxml==6.1.3

export KENES_DATA=$scratch/exports-data
node dist/cli.js import graph-seed tests/exports/deceptive-names.yaml >"$scratch/import.txt"
mkdir -p "$scratch/exports"
for format in gexf graphml json xlsx csv.zip; do
  node dist/cli.js export --format "$format" --output "$scratch/exports/graph.$format"
done
"$scratch/python/bin/python" tests/exports/read-back.py "$scratch/exports"

# The Python of the README asks the service at its address.
port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
PORT=$port node dist/main.js >"$scratch/service.log" &
trap 'kill %1' EXIT
curl -fsS --retry 30 --retry-all-errors --retry-delay 1 "http://127.0.0.1:$port/health/ready" >"$scratch/ready.txt"
sed -n '/^```python$/,/^```$/p' README.md | sed "/^\`\`\`/d; s/127.0.0.1:4000/127.0.0.1:$port/" >"$scratch/readme.py"
"$scratch/python/bin/python" "$scratch/readme.py" | tee "$scratch/readme.txt"
grep -q '^[1-9][0-9]* entities, [1-9][0-9]* relations$' "$scratch/readme.txt"
grep -q 'CONTRADICTS' "$scratch/readme.txt"

