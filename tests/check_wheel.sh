#!/usr/bin/env bash
# Builds the wheel and uses the command from another directory, so that what only works
# beside the sources is found out. Takes the Python whose libraries are used: that of .venv.
#
# The wheel goes into an environment of its own, which sees those libraries by a path but not
# the editable install beside them (links to sources are not followed from such a path).
set -euo pipefail

python=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$scratch"' EXIT

fail() {
    echo "The wheel fails: $*" >&2
    exit 1
}

"$python" -m build --wheel --no-isolation --outdir "$scratch/dist" "$checkout" \
    >"$scratch/log" 2>&1 || fail "it cannot be built: $(cat "$scratch/log")"
"$python" -m venv --without-pip "$scratch/venv"
"$python" -m pip --python "$scratch/venv" --quiet --disable-pip-version-check \
    install --no-deps --no-index "$scratch"/dist/*.whl
site() { "$1" -c 'import sysconfig; print(sysconfig.get_path("purelib"))'; }
site "$python" >"$(site "$scratch/venv/bin/python")/libraries.pth"

mkdir "$scratch/elsewhere"
cd "$scratch/elsewhere"
unset PYTHONPATH COUNCIL_PAPERS_LIBRARY
run() { "$scratch/venv/bin/$1" "${@:2}"; }

for module in app assistant index corpus; do
    run python -c 'import importlib.util, sys; print(importlib.util.find_spec(sys.argv[1]).origin)' \
        "$module" | grep -q "^$scratch/venv/" || fail "$module comes from elsewhere"
done

run council-papers --help >/dev/null || fail "council-papers --help"

run python -m corpus.sample.build sample >"$scratch/log" 2>&1 ||
    fail "python -m corpus.sample.build: $(cat "$scratch/log")"
[ -n "$(ls sample)" ] || fail "python -m corpus.sample.build writes no papers"

cat >minutes.txt <<'PAPER'
NORTHMERE DISTRICT COUNCIL

MINUTES OF THE PARKS COMMITTEE
held on Tuesday 4 March 2025

12 THE FOOTBRIDGE AT MILL LANE

The Committee considered a report on the condition of the footbridge at Mill Lane.

RESOLVED that the footbridge at Mill Lane be repaired at a cost of £18,400.
PAPER
run council-papers --library library add minutes.txt || fail "council-papers add"
run council-papers --library library ask "What was resolved about the footbridge at Mill Lane?" \
    >answer.txt || fail "council-papers ask"
cat answer.txt
answer=$(tr -s '[:space:]' ' ' <answer.txt)
[[ $answer == *"be repaired at a cost of £18,400"* ]] || fail "the answer lacks the paper's words"
[[ $answer == *"[1]"* ]] || fail "the answer has no citation"
cat >pages.py <<'PROGRAM'
import os

from starlette.applications import Starlette
from starlette.testclient import TestClient

os.environ["COUNCIL_PAPERS_LIBRARY"] = "library"
from assistant.site import routes

asked = TestClient(Starlette(routes=routes("127.0.0.1")), "http://127.0.0.1")
for path in ("/plain/", "/plain/decisions", "/plain/accessibility", "/plain/style/plain.css", "/api/"):
    assert asked.get(path).status_code == 200, path
assert "£18,400" in asked.get("/plain/decisions").text
PROGRAM
run python pages.py >"$scratch/log" 2>&1 || fail "the pages without a script: $(cat "$scratch/log")"
echo "The wheel works from another directory"
