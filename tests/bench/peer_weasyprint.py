"""WeasyPrint: `peer_weasyprint.py FOLDER N` makes N handouts in one process."""
import os
import sys

import weasyprint
from handout_html import Handouts


def main():
    folder, n = sys.argv[1], int(sys.argv[2])
    handouts = Handouts(folder)
    for i, practice in enumerate(handouts.practices[:n]):
        document = weasyprint.HTML(string=handouts.of(practice), base_url=folder + "/")
        document.write_pdf(os.path.join(folder, f"weasyprint{i}.pdf"))


if __name__ == "__main__":
    main()
