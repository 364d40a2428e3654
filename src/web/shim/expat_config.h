#define HAVE_ARC4RANDOM_BUF 1 // host.c
#define HAVE_MEMMOVE 1
#define BYTEORDER 1234
#define XML_CONTEXT_BYTES 1024
#define XML_DTD 1
#define XML_NS 1
#define XML_GE 1
#define PACKAGE_VERSION "2.5.0"
