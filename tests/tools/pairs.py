"""Few combinations with every pair of values in one of them: `pairs.py` prints a line each, its name and then options.

Greedy pairwise covering: the next combination is the one of many tried, in a fixed order, that covers most pairs.
"""
import itertools
import shlex
import sys

LONG = "The Northern Valley Cooperative of Independent Massage, Bodywork and Rehabilitation Therapists of Springfield LLC"
NOTES = ["Walk 5 minutes after each hour at the desk, and take the stairs where you can.",
         "Put the pillow between your knees at night; tell me how it went.", "Bring your shoes."]
FACTORS = {
    "paper": {p: ["--paper", p] for p in ("letter", "a4", "legal", "a5", "half-letter")},
    "parts": {"all": [], "guide": ["--parts", "guide"], "article": ["--parts", "article"],
              "worksheet": ["--parts", "worksheet"], "guide-worksheet": ["--parts", "guide,worksheet"]},
    "size": {"normal": [], "large": ["--large-print"]},
    "ink": {"color": ["--color", "#7a2048"], "gray": ["--ink=gray"], "saver": ["--ink=saver", "--accent", "#b5542b"]},
    "client": {"none": [], "client": ["--client", "Maria Lopez", "--focus", "1"],
               "notes": ["--client", "Maria Lopez", "--date", "24 November 2026", "--next-visit", "Friday at 10",
                         "--focus", "1,4", "--note", NOTES[0], "--note", NOTES[1], "--note", NOTES[2]]},
    "logo": {"none": [], "png": ["--logo", "logo.png"], "wide": ["--logo", "wide.png"], "jpeg": ["--logo", "logo.jpg"],
             "svg": ["--logo", "logo.svg"]},
    "name": {"none": [], "short": ["--practice-name", "A", "--phone", "555 0142"],
             "brand": ["--practice-name", "Willow Creek Massage", "--tagline", "Hands that listen", "--therapist",
                       "Ana Perez, LMT", "--license", "MT 12345", "--phone", "(503) 555-0142", "--email",
                       "hello@willowcreek.example", "--website", "willowcreek.example", "--booking-url",
                       "willowcreek.example/book", "--address", "12 Mill Lane\\nSpringfield", "--hours",
                       "Mon to Fri 9 to 5\\nSat 10 to 2", "--footer-note", "Please cancel 24 hours ahead."],
             "long": ["--practice-name", LONG, "--booking-url", "northern-valley-cooperative.example/book/a/visit"]},
}


def combinations():
    names = list(FACTORS)
    left = {((a, x), (b, y)) for a, b in itertools.combinations(names, 2) for x in FACTORS[a] for y in FACTORS[b]}
    everything = list(itertools.product(*FACTORS.values()))
    step = 7919  # a prime: the trials are spread over all combinations
    at = 0
    while left:
        best, most = None, -1
        for _ in range(600):
            at = (at + step) % len(everything)
            pairs = set(itertools.combinations(zip(names, everything[at]), 2))
            if len(pairs & left) > most:
                best, most = everything[at], len(pairs & left)
        left -= set(itertools.combinations(zip(names, best), 2))
        if most > 0:
            yield best


def main():
    for values in combinations():
        options = [o for factor, value in zip(FACTORS, values) for o in FACTORS[factor][value]]
        if "--focus" in options and values[1] in ("article", "worksheet"): # no steps to mark
            at = options.index("--focus")
            del options[at:at + 2]
        print(shlex.join(["pair-" + "-".join(values), *options]))


sys.exit(main())
