#!/bin/bash
# rsvg-convert gets no file but the system's, no network, 10 seconds and 1 GB, and ends when the program ends.
. "$DGS_SRC/tests/e2e/lib.sh"

cat >logo.svg <<'.'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><g opacity=".5"><rect width="200" height="100"/></g></svg>
.
mkdir "$tmp/bin" "$tmp/private"
echo secret >"$tmp/private/secret"
python3 "$tools/makepng.py" rgb8 "$tmp/bin/drawn.png" 1100 550
landlock=$("$DGS_PDF" --version | grep -o 'Landlock [0-9]*') || echo "this kernel has no Landlock: files are not tried" >&2

# Stands in for rsvg-convert; draws only where nothing succeeds that must not.
cat >"$tmp/bin/rsvg-convert" <<.
#!/usr/bin/python3
import os, resource, socket, sys
def held(what):
    try:
        what()
    except PermissionError:
        return True
    return False
tries = [lambda: socket.socket(), lambda: socket.socket(socket.AF_UNIX)]
if "$landlock":
    tries += [lambda: open("$tmp/private/secret"), lambda: open("$tmp/box/one.pdf", "w"), lambda: os.listdir("$tmp/private"),
              lambda: os.unlink("$tmp/private/secret"), lambda: os.execv("$tmp/private/program", ["program"])]
limits = {resource.RLIMIT_CPU: 10, resource.RLIMIT_AS: 1 << 30, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0}
if not all(held(t) for t in tries) or any(resource.getrlimit(kind)[1] != most for kind, most in limits.items()):
    sys.exit(1)
sys.stdin.buffer.read()
sys.stdout.buffer.write(open("$tmp/bin/drawn.png", "rb").read())
.
printf '#!/bin/sh\n' >"$tmp/private/program"
chmod +x "$tmp/bin/rsvg-convert" "$tmp/private/program"
for option in '' --no-sandbox; do
    PATH=$tmp/bin:$PATH ok --out one.pdf --practice-name Anna --logo logo.svg $option
    pdfimages -list one.pdf | has ' image  *1100  *550 ' || fail "nothing was drawn $option"
done

# The real one, in a batch of several workers, gives what it gives for one handout.
printf 'name,logo\nAnna,logo.svg\nAnna,logo.svg\nAnna,logo.svg\nAnna,logo.svg\n' >list.csv
ok batch list.csv --out-dir made --jobs 2
ok --out one.pdf --practice-name Anna --logo logo.svg
for file in made/*.pdf; do
    same_bytes one.pdf "$file"
done
