// Nothing is exported from the module but what it says itself.
#define CMARK_EXPORT
#define CMARK_NO_EXPORT
#define CMARK_DEPRECATED
