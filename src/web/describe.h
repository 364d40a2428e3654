// What the page's form has to know of the program: its settings and options with their help, keywords and limits, as
// JSON, out of the tables that the command line is made of; and the handout's faces. Knows nothing of how the form
// looks.
#ifndef DGS_WEB_DESCRIBE_H
#define DGS_WEB_DESCRIBE_H
#include <stdbool.h>
#include <stdio.h>

// {"version": "0.1.0",
//  "settings": [{"key", "option", "help", "kind", "most", "lines", "example", "otherwise", "keywords"}, ...],
//  "options": [{"name", "help", "argument", "keywords"}, ...],   those of one handout that are no settings
//  "client": {"client": 80, ...}, "notes": 3,                    characters of each line about a client; how many notes
//  "parts": ["guide", ...],
//  "countries": [{"code": "US", "paper": "letter", "call": "911"}, ...]}
// What is not there in a table is not there in the object. False when writing fails.
bool dgs_web_describe(FILE *to);

// A face of the handout, as a TrueType file: 0 to 2, as dgs_face (text/text.h). The page is set in it too.
bool dgs_web_font(FILE *to, unsigned face);
#endif
