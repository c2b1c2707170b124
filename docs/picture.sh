#!/usr/bin/env bash
# Draws the picture at the top of the README anew, from the service that runs at its address.
#   docs/picture.sh [ADDRESS]
set -euo pipefail
cd "$(dirname "$0")"
curl -fsS "${1:-http://127.0.0.1:4000}/export/svg?center=conference-penitentiary-2025" -o conference.svg
