#!/usr/bin/env python3
"""Fails when a folder under src/ includes a folder that it may not see, or a library that is not for it (DESIGN.md 2)."""
import pathlib
import re
import sys

ALLOWED = {
    "base": "",
    "i18n": "base",
    "feel": "base",
    "person": "base",
    "documents": "base",
    "inspect": "base documents",
    "service": "base feel",
    "engine": "base feel person documents service",
    "view": "base i18n service engine",
    "submission": "base service engine",
    "backend": "base person service engine submission",
    "feel_lang": "base feel",
    "pack": "base i18n feel feel_lang service",
    # What authors try a pack with: it needs the engine, which the compiler of packs must not.
    "author": "base i18n feel feel_lang service engine submission pack",
    "wasm": "base i18n service engine view submission documents inspect",
    "kiosk": "base i18n service engine view submission documents inspect backend",
    "server": "base i18n service view submission documents inspect backend",
    "cli": "*",
}
# A header outside the house -> the only folders that may include it.
LIBRARIES = {
    r"nlohmann/": "pack author server cli kiosk",
    r"imgui": "kiosk",
    r"qrcodegen": "kiosk",
    r"emscripten": "wasm kiosk",
    r"(sqlite3|httplib|openssl/)": "server",
    r"CLI/": "cli",
    r"unicode/": "pack",
    r"(iostream|fstream|cstdio)": "pack server cli kiosk",
    r"(chrono|ctime|random)": "server cli",
}
OWN = re.compile(r'^\s*#\s*include\s+"([a-z0-9_]+)/', re.M)
ANY = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.M)


def faults(source):
    for path in sorted(source.rglob("*.[ch]pp")):
        layer = path.relative_to(source).parts[0]
        text = path.read_text(encoding="utf-8")
        if layer not in ALLOWED:
            yield f"{path}: no such layer '{layer}' in build-scripts/check_layers.py"
            continue
        allowed = ALLOWED[layer].split()
        for other in OWN.findall(text):
            if other in ALLOWED and other != layer and other not in allowed and allowed != ["*"]:
                yield f"{path}: {layer} may not include {other}"
        for header in ANY.findall(text):
            for pattern, folders in LIBRARIES.items():
                if re.match(pattern, header) and layer not in folders.split():
                    yield f"{path}: {layer} may not include <{header}>"
        if not text.isascii():
            yield f"{path}: not ASCII: words for people live in i18n/"


def main():
    own = pathlib.Path(__file__).resolve().parent.parent / "src"
    found = list(faults(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else own))
    print("\n".join(found) or "layers ok")
    return 1 if found else 0


sys.exit(main())
