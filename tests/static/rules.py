"""The rules of the source that no compiler holds: `rules.py includes|calls|engine|sizes|banners|types|house|paths|files|said|parts [ROOT]`.

Prints one line for each breach, `file:line: sentence`, and ends with 1 when there was any.
"""
import os
import re
import statistics
import subprocess
import sys

# Headers that only one place may include: the start of the header's name -> files or rooms.
OWNERS = {
    "hpdf": ["src/pdf/object.c"],
    "hb": ["src/text/"],
    "png": ["src/image/"],
    "jpeglib": ["src/image/"],
    "lcms2": ["src/image/icc.c", "src/image/version.c", "src/late.c"],
    "webp": ["src/image/webp.c", "src/image/version.c", "src/late.c"],
    "jerror": ["src/image/"],
    "expat": ["src/image/", "src/batch/"],
    "zlib": ["src/image/", "src/pdf/", "src/batch/"],
    "libdeflate": ["src/pdf/"],
    "cmark": ["src/content/"],
    "getopt": ["src/cli/"],
    "ini": ["src/order/"],
    "jansson": ["src/profile/", "src/batch/", "src/print/"],
    "cups": ["src/print/cups.h"],
    "dlfcn": ["src/print/cups.c", "src/convert/fonts.c", "src/late.c"],
    "csv": ["src/batch/"],
    "nettle": ["src/base/sha256.h"],
    "utf8proc": ["src/base/form.c"],
    "qrencode": ["src/qr/"],
    "seccomp": ["src/bake_filter.c"],
    "linux": ["src/sandbox/"],
    "sys/prctl": ["src/sandbox/"],
    "sys/random": ["src/host/engine.c"],
    "sys/syscall": ["src/sandbox/"],
    "sys/ioctl": ["src/bake_filter.c"],
    "sys/mman": ["src/bake_filter.c", "src/batch/pool.c", "src/host/engine.c"],
    "stdatomic": ["src/batch/pool.c", "src/image/shelf.c"],
    "sys/vfs": ["src/save/place.c"],
    "sys/socket": ["src/convert/helper.c"],
}

# What C11 and POSIX offer; anything else needs an owner above.
SYSTEM = set(
    "assert ctype dirent errno fcntl float inttypes limits locale math poll sched setjmp signal stdalign stdarg stdbool stddef stdint stdio "
    "stdlib string strings sys/resource sys/stat sys/types sys/uio sys/wait time unistd".split()
)

# Layout is pure: the same tree gives the same boxes, whatever file, clock or process there is.
IMPURE = {"layout": {"errno", "fcntl", "locale", "signal", "sys/stat", "time", "unistd"}}

FUNCTION_LINES, FILE_LINES, MEDIAN_LINES, PARAMETERS = 40, 600, 12, 6

# The rooms of the engine, which a program may embed: those of CMakeLists.txt's dgs-handout.
ENGINE = re.compile(r"^foreach\(room ([a-z ]+)\)\n  target_sources\(dgs-handout ", re.M)


WEB = "web"  # the room of the page
SHIM = "src/web/shim"  # how libraries are built: their names and their files' forms are not ours


def sources(root, *folders, ends=(".c", ".h")):
    for folder in folders:
        for where, _, names in os.walk(os.path.join(root, folder)):
            if os.path.relpath(where, root) == SHIM:
                continue
            for name in sorted(names):
                if name.endswith(ends):
                    path = os.path.join(where, name)
                    with open(path, encoding="utf-8") as f:
                        yield os.path.relpath(path, root), f.read().splitlines()


def owned(header):
    for prefix, owners in OWNERS.items():
        if re.match(prefix + r"(\.h|[-_/].*)$", header):
            return owners
    return None


def check_system(path, room, header):
    owners = owned(header)
    if owners is not None:
        if not any(path == o or (o.endswith("/") and path.startswith(o)) for o in owners):
            return f"<{header}> belongs to {' or '.join(owners)}: go through that room"
    elif header.removesuffix(".h") not in SYSTEM:
        return f"<{header}> is neither C11 nor POSIX: name its owner in tests/static/rules.py"
    if header.removesuffix(".h") in IMPURE.get(room, ()):
        return f"<{header}>: {room} is pure and knows no file, clock or process"
    return None


def plan(root):
    """The house as CMake links it: room -> (its line in CMakeLists.txt, the rooms that it links). Links of links do not
    count. The program's own file is the room None."""
    with open(os.path.join(root, "CMakeLists.txt"), encoding="utf-8") as f:
        text = f.read()
    own = os.path.join(root, "src", "web", "CMakeLists.txt")  # the page's, which another compiler builds
    if os.path.exists(own):
        with open(own, encoding="utf-8") as f:
            text += f.read()
    rooms = {}
    for found in re.finditer(r"^(?:dgs_room\((\w+)|target_link_libraries\(dgs-pdf PRIVATE)([^)]*)\)", text, re.M):
        line = text.count("\n", 0, found.start()) + 1
        rooms[found[1]] = line, [w.removeprefix("dgs_") for w in found[2].split() if w.startswith("dgs_")]
    return rooms


def check_plan(root, rooms, included):
    """Each room is there, links only rooms that come before it, so that there is no circle, and includes all of them."""
    before = set()
    for room, (line, links) in rooms.items():
        name = room or "main.c"
        if not os.path.exists(os.path.join(root, "src", name)):
            yield f"CMakeLists.txt:{line}: there is no src/{name}"
        for link in links:
            if link not in before:
                yield f"CMakeLists.txt:{line}: {name} links {link}, which has no line before it"
            elif link not in included.get(room, ()):
                yield f"CMakeLists.txt:{line}: {name} links {link} and includes nothing of it"
        before.add(room)


def check_own(path, room, header, rooms):
    target, slash, _ = header.partition("/")
    if not slash:
        return f'"{header}": write "room/file.h"'
    if target not in rooms:
        return f'"{header}": there is no room {target}'
    if target == room or os.path.basename(path).startswith("bake") and room is None or target in rooms[room][1]:
        return None
    return f'"{header}": {room or "main.c"} does not link {target} in CMakeLists.txt and may not know it'


def includes(root):
    rooms, included = plan(root), {}
    for path, lines in sources(root, "src"):
        parts = path.split("/")
        room = parts[1] if len(parts) > 2 else None
        if room not in rooms:
            yield f"{path}:1: the room {room} has no line in CMakeLists.txt"
            continue
        for number, line in enumerate(lines, 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if found:
                system, header = found[1] == "<", found[2]
                breach = check_system(path, room, header) if system else check_own(path, room, header, rooms)
                if breach:
                    yield f"{path}:{number}: {breach}"
                if not system:
                    included.setdefault(room, set()).add(header.partition("/")[0])
    yield from check_plan(root, rooms, included)


def calls(root):
    """The same as the linker sees it: what a room calls by a header that came with another one's. $DGS_BUILD has the rooms'
    libraries."""
    rooms, defined, wanted = plan(root), {}, []
    for room in filter(None, rooms):
        if room == WEB:
            continue  # it stands in for others, and has no library here
        library = os.path.join(os.environ["DGS_BUILD"], f"libdgs_{room}.a")
        listing = subprocess.run(["nm", "-P", library], capture_output=True, text=True, check=True).stdout
        for name, kind in re.findall(r"^(\w+) ([A-Z]) ?", listing, re.M):
            if kind == "U":
                wanted.append((room, name))
            else:
                defined[name] = room
    for room, name in sorted(set(wanted)):
        line, links = rooms[room]
        if defined.get(name, room) not in (room, *links):
            yield f"CMakeLists.txt:{line}: {room} does not link {defined[name]} and calls its {name}()"


# What the engine's own objects may call beside each other. Of C: nothing that takes a FILE or a descriptor, opens a path,
# asks clock, environment or random numbers, starts a process or sets a signal.
ENGINE_C = set(
    "atan2 bsearch calloc cbrt ceil cos crc32 deflate deflateEnd deflateInit_ deflateInit2_ deflateReset fabs floor fmax fmaxf fmin fminf fmod free "
    "hypot llround log10 longjmp lround malloc memchr memcmp memcpy memmove memset pow qsort realloc round setjmp sin sincos snprintf "
    "sqrt strcasecmp strchr strcmp strcspn strlen strncasecmp strncmp strnlen strpbrk strrchr strspn strstr strtol strtoll tan tolower uncompress "
    "vsnprintf".split()
)
# What a compiler and the C library's headers make of it.
ENGINE_UNDER = set("_GLOBAL_OFFSET_TABLE_ __ctype_b_loc __ctype_tolower_loc __errno_location __stack_chk_fail __tls_get_addr _setjmp".split())
# Of the libraries all, but for what does the same by them.
ENGINE_LIBRARIES = re.compile(r"(hb|png|jpeg|XML|cmark|utf8proc|nettle|json|libdeflate|HPDF|QRcode|ini)_\w+|(cms|WebP)[A-Z]\w+")
ENGINE_REFUSED = re.compile(
    r"\w*([Ff]rom_?[Ff]ile|[Tt]o_?[Ff]ile|_file|_stdio|FileReader|FileWriter)\w*|png_init_io|png_convert_from_time_t|ini_parse|json_(dump|load)(f|fd)"
)


def may_engine_call(name):
    if ENGINE_REFUSED.fullmatch(name):
        return False
    plain = re.sub(r"^__(\w+)_chk$", r"\1", name) # what _FORTIFY_SOURCE makes of it
    return plain in ENGINE_C or name in ENGINE_UNDER or ENGINE_LIBRARIES.fullmatch(name) is not None


def engine(root):
    """The engine opens, asks, starts and prints nothing. $DGS_BUILD has its library; the libraries that it calls are not
    looked at."""
    library = os.path.join(os.environ["DGS_BUILD"], "libdgs-handout.a")
    listing = subprocess.run(["nm", "-A", "-P", library], capture_output=True, text=True, check=True).stdout
    symbols = re.findall(r"\[(\S+)\]: (\S+) (\w)", listing)
    own = {name for _, name, kind in symbols if kind not in "Uw"}
    if "dgs_handout_make" not in own:
        yield "libdgs-handout.a:1: has no dgs_handout_make()"
    for where, name in sorted({(where, name) for where, name, kind in symbols if kind in "Uw" and name not in own}):
        if not may_engine_call(name):
            yield f"{where}:1: uses {name}, and the engine uses nothing of the machine: take it in by a call"


def sizes(root):
    """Our clang-format style opens and closes each function with a brace in the first column. The median is that of each
    room, and of all tests."""
    lengths = {}
    for path, lines in sources(root, "src", "tests"):
        if len(lines) > FILE_LINES:
            yield f"{path}:{len(lines)}: {len(lines)} lines, {FILE_LINES} are allowed"
        start = None
        for number, line in enumerate(lines, 1):
            if line == "{":
                start = number
            elif line == "}" and start is not None:
                length = number - start + 1
                lengths.setdefault(os.path.dirname(path) if path.startswith("src") else "tests", []).append(length)
                if length > FUNCTION_LINES:
                    yield f"{path}:{start}: a function of {length} lines, {FUNCTION_LINES} are allowed"
                start = None
    for path, lines in sources(root, "tests", ends=(".py", ".sh")):
        if len(lines) > FILE_LINES:
            yield f"{path}:{len(lines)}: {len(lines)} lines, {FILE_LINES} are allowed"
    for room, of_room in sorted(lengths.items()):
        median = statistics.median(of_room)
        if median > MEDIAN_LINES:
            yield f"{room}:1: functions have {median} lines in the median, {MEDIAN_LINES} are allowed"
    yield from parameters(root)


def parameters(root):
    """How many an engine's function takes, its `err` among them: more are a struct that has no name yet."""
    with open(os.path.join(root, "CMakeLists.txt"), encoding="utf-8") as f:
        engine_rooms = ENGINE.search(f.read())[1].split()
    for path, lines in sources(root, *(f"src/{room}" for room in engine_rooms)):
        for found in re.finditer(r"^\w[^;{}#/]*?\b(\w+)\(([^;{}#]*)\)\n\{$", "\n".join(lines), re.M):
            plain = re.sub(r"\([^()]*\)", "", found[2]) # a function among them is one
            count = plain.count(",") + 1
            if count > PARAMETERS and " XMLCALL " not in found[0]: # what a library calls has the library's parameters
                line = found.string.count("\n", 0, found.start(1)) + 1
                yield f"{path}:{line}: {found[1]} takes {count} parameters, {PARAMETERS} are allowed in the engine"


BANNER = re.compile(r"^\s*((//|#|/\*)\s*[-=*~_+]{3}|(//|# )\s*#{3})|^\s*(//|#|/\*).*[-=*#~_+]{4,}\s*(\*/)?$")


def banners(root):
    """A file whose parts need headings is two files."""
    for path, lines in sources(root, "src", "tests", ends=(".c", ".h", ".py", ".sh", ".cmake", "CMakeLists.txt")):
        for number, line in enumerate(lines, 1):
            if BANNER.match(line):
                yield f"{path}:{number}: a banner: split the file, or let the names say it"


def types(root):
    """A type's name has one meaning in all of src, and so has a tag."""
    defined = {}
    for path, lines in sources(root, "src"):
        text = "\n".join(lines)
        for found in re.finditer(r"^typedef\b[^;{]*?(?:\{[^;{}]*\} )?\b(dgs_\w+);|^\} (dgs_\w+);|^typedef\b[^;{]*?\(\*(dgs_\w+)\)", text, re.M):
            name = found[1] or found[2] or found[3]
            line = text.count("\n", 0, found.start()) + 1
            # `typedef struct x x;` only says that there will be one.
            if re.fullmatch(rf"typedef (struct|union) {name} {name};", found[0]):
                continue
            defined.setdefault(name, []).append(f"{path}:{line}")
    for name, places in sorted((name, sorted(places)) for name, places in defined.items()):
        for place in places[1:]:
            yield f"{place}: {name} is also the name of a type in {places[0].split(':')[0]}"


def arrows(lines):
    """The arrows of a picture in text, as (line, from, to): ─▶ leads to a word, ┬ from one word to several, whose arrows
    begin at ├ or └ below it."""
    at = lambda y, x: lines[y][x] if 0 <= y < len(lines) and x < len(lines[y]) else " "
    for y, line in enumerate(lines):
        for word in re.finditer(r"\w+", line):
            follow = [(y, word.end() + 1)] if at(y, word.end()) == " " else []
            while follow:
                row, x = follow.pop()
                while at(row, x) == "─":
                    x += 1
                if at(row, x) == "▶":
                    yield y, word[0], re.match(r" (\w*)", lines[row][x + 1:])[1]
                elif at(row, x) == "┬":
                    follow.append((row, x + 1))
                    down = row + 1
                    while at(down, x) in "│├└":
                        if at(down, x) != "│":
                            follow.append((down, x + 1))
                        down = down + 1 if at(down, x) != "└" else len(lines)


def without_others(rooms):
    """The links that do not follow from others, as (from, to)."""
    reach = {}
    for room, (_, links) in rooms.items(): # each comes after those that it links
        beyond = set().union(*(reach[link] for link in links))
        reach[room] = beyond | set(links)
        yield from ((room or "main", link) for link in links if link not in beyond)


# What is kept between a batch's rows: a header of these is named in src/README.md.
VARIABLE_DATA = re.compile(
    r"^(?!\s|//|#).*\bdgs_(cache_\w+|\w+_refill|profile_layout_key|variable_block\w*|template|merge_field|fixed_part|pdf_fixed"
    r"|check_pairs_\w+|check_variable)\b|^struct dgs_fixed_part|^    (bool refillable;|DGS_BOX_VARIABLE)", re.M)


def house(root):
    """src/README.md: its picture has the links of CMakeLists.txt that do not follow from others, its table has each room, and
    the headers for variable data are those that it names."""
    name = "src/README.md"
    with open(os.path.join(root, name), encoding="utf-8") as f:
        lines = f.read().splitlines()
    start = lines.index("## The rooms") + 3
    picture = lines[start:lines.index("```", start)]
    rooms = plan(root)
    drawn, linked = {(a, b): start + 1 + y for y, a, b in arrows(picture)}, set(without_others(rooms))
    for (a, b), number in sorted(drawn.items()):
        if (a, b) not in linked:
            yield f"{name}:{number}: {a} has an arrow to {b}, which it does not link, or by way of others"
    for a, b in sorted(linked - set(drawn)):
        yield f"{name}:{start}: there is no arrow from {a} to {b}"
    rows = [found[1] for found in (re.match(r"\| `(\w+)` \|", line) for line in lines) if found]
    for room in sorted(set(rows) ^ set(filter(None, rooms))):
        yield f"{name}:{start}: the table and CMakeLists.txt do not both have the room {room}"
    part = "\n".join(lines[lines.index("## Variable data"):]).split("\n## ")[0]
    named = set(re.findall(r"`(\w+/\w+\.h)`", part))
    found = {path[4:] for path, text in sources(root, "src", ends=(".h",)) if VARIABLE_DATA.search("\n".join(text))}
    for header in sorted(found - named):
        yield f"{name}:{lines.index('## Variable data') + 1}: src/{header} is for variable data and not named"
    for header in sorted(named - found):
        yield f"{name}:{lines.index('## Variable data') + 1}: src/{header} is named and holds nothing for variable data"


def project_files(root):
    listing = subprocess.run(
        ["git", "-C", root, "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True
    )
    if listing.returncode == 0:
        yield from sorted(set(filter(None, listing.stdout.decode().split("\0"))))
        return
    for where, folders, names in os.walk(root):
        folders[:] = [f for f in folders if f not in (".git", "build")]
        yield from sorted(os.path.relpath(os.path.join(where, n), root) for n in names)


def paths(root):
    """Folders of one machine have no place in the project."""
    machine = re.compile(r"(?<![\w.-])/(?:work|root|home/\w+|Users)/")
    for path in project_files(root):
        full = os.path.join(root, path)
        if path.endswith((".png", ".ttf", ".pdf")) or not os.path.isfile(full):
            continue
        with open(full, encoding="utf-8", errors="replace") as f:
            for number, line in enumerate(f, 1):
                if machine.search(line):
                    yield f"{path}:{number}: names a folder of one machine"


# Who may print by itself: say.c, which filters; what is our own words alone; build tools.
PRINTERS = ("src/host/say.c", "src/cli/help.c", "src/cli/man.c", "src/bake")
PRINTING = re.compile(
    r"(?<![\w.>])(v?f?printf|v?dprintf|fputs|puts|putc|fputc|putchar|f?put[a-z]*_unlocked|fwrite|perror|psignal|psiginfo|errx?|warnx?|error"
    r"|json_dumpfd?|syslog)\s*\(|(?<![\w.>])p?write[v]?\s*\(\s*(STD(OUT|ERR)_FILENO|[12]\b)|_dump\s*\([^;]*\b(stdout|stderr)\b"
)


def said(root):
    """What goes to a terminal goes through src/host/say.h, which takes out what a stranger's words could do there."""
    for path, lines in sources(root, "src", ends=(".c", ".h")):
        if path.startswith(PRINTERS):
            continue
        for number, line in enumerate(lines, 1):
            if PRINTING.search(line.split("//")[0]):
                yield f"{path}:{number}: prints by itself: say it by src/host/say.h"


# A design may have the name of a part; so may a book.
DESIGNS = re.compile(r"^src/layout/design(_\w+)?\.[ch]$")
NO_PART = re.compile(r'DGS_DESIGN_ARTICLE(\] = "article")?|File System Guide|(?i:(?<!")care(?!"))')  # "care" is a word too


def parts(root):
    """The parts of a handout are its manifest's business: no source but the designs names those that are built in."""
    keywords = set()
    for where, _, names in os.walk(os.path.join(root, "assets", "handouts")):
        if "handout.md" in names:
            with open(os.path.join(where, "handout.md"), encoding="utf-8") as f:
                keywords.update(re.findall(r"^- part: ([a-z0-9-]+),", f.read(), re.M))
    if not keywords:
        yield "assets/handouts:1: there is no manifest with parts"
        return
    keywords -= {"card"}  # a word for other things, too: the ground of a code, the card of a day
    word = re.compile(f"(?<![a-z])({'|'.join(sorted(keywords))})s?(?![a-z])", re.I)
    for path, lines in sources(root, "src"):
        for number, line in enumerate(lines, 1):
            found = None if DESIGNS.match(path) else word.search(NO_PART.sub("", line))
            if found:
                yield f"{path}:{number}: names the part {found[1]}: ask the package (order/package.h)"


TOP = {"src", "assets", "fonts", "tests", "build", "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE", "CHANGES", "Makefile", "handout.pdf"}


def files(root):
    """What a stranger looks for, and is not empty; and nothing else at the top but hidden files and what `make handout` makes."""
    for name in sorted(os.listdir(root)):
        if name not in TOP and not name.startswith("."):
            yield f"{name}:1: has no place at the top"
    for path in ("LICENSE", "README.md", "Makefile", "CMakeLists.txt", ".ci/run", "fonts/OFL.txt", "assets/README.md"):
        full = os.path.join(root, path)
        if not os.path.isfile(full) or os.path.getsize(full) < 40:
            yield f"{path}:1: is missing"


def main():
    rules = {"includes": includes, "calls": calls, "engine": engine, "sizes": sizes, "banners": banners, "types": types, "house": house, "paths": paths, "files": files, "said": said,
             "parts": parts}
    if len(sys.argv) < 2 or sys.argv[1] not in rules:
        sys.exit(__doc__)
    root = sys.argv[2] if len(sys.argv) > 2 else "."
    breaches = list(rules[sys.argv[1]](root))
    print("\n".join(breaches) if breaches else f"{sys.argv[1]}: no breach")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
