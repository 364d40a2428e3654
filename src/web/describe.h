// What the page's form has to know of the program: its settings and options with their help, keywords and limits, as
// JSON, out of the tables that the command line is made of; and the handout's faces. Knows nothing of how the form
// looks.
#ifndef DGS_WEB_DESCRIBE_H
#define DGS_WEB_DESCRIBE_H
#include "base/str.h"

// {"version": "0.1.0",
//  "settings": [{"key", "option", "help", "kind", "most", "lines", "example", "otherwise", "keywords"}, ...],
//  "options": [{"name", "help", "argument", "keywords"}, ...],   those of one handout that are no settings
//  "client": {"client": 80, ...}, "notes": 3,                    characters of each line about a client; how many notes
//  "parts": [a keyword, ...],
//  "themes": [{"keyword": "earth", "color": "#4b5b22", "accent": "#b5602b"}, ...],
//  "countries": [{"code": "US", "paper": "letter", "call": "911"}, ...]}
// What is not there in a table is not there in the object. False when memory ends.
bool dgs_web_describe(dgs_buf *to);

// A face of the handout, as a TrueType file: 0 to 3, as dgs_face (text/text.h). The page is set in it too. False where
// there is none of this number.
bool dgs_web_face(unsigned face, dgs_str *out);
#endif
