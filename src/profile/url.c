#include "profile/url.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

#include "profile/host.h"

typedef struct asker { // who is told what is wrong
    dgs_arena *arena;
    const char *what, *typed;
    dgs_err *err;
} asker;

static bool refuse(const asker *to, const char *advice)
{
    return dgs_fail(to->err, DGS_ERR_DATA, "%s '%.120s' %s", to->what, to->typed, advice);
}

static bool host_char(char c)
{
    return isalnum((unsigned char)c) || c == '-' || c == '.';
}

// RFC 1123, 2.1: labels of letters, digits and inner hyphens, 63 bytes each, 253 together. At least two labels: a
// handout is read outside of the practice's own network.
static const char *host_fault(dgs_str host)
{
    size_t label = 0, dots = 0;
    if (host.n == 0)
        return "has no domain: write it like willowcreek.example";
    for (size_t i = 0; i <= host.n; i++) {
        bool end = i == host.n || host.p[i] == '.';
        if (!end && !host_char(host.p[i]))
            return "has a domain with an invalid character: write it like willowcreek.example";
        if (!end) {
            label++;
            continue;
        }
        if (label == 0 || label > 63 || host.p[i - 1] == '-' || host.p[i - label] == '-')
            return "has an invalid domain: write it like willowcreek.example";
        label = 0;
        dots += i < host.n;
    }
    if (dots == 0)
        return "has a domain without a dot: write the whole domain, like willowcreek.example";
    if (host.n > 253)
        return "has a domain of more than 253 characters: write it like willowcreek.example";
    return NULL;
}

// What is wrong with a domain after @.
static const char *mail_fault(dgs_str host)
{
    if (host.n > 0 && memchr(host.p, '.', host.n) == NULL)
        return "has no dot after the @: write it like info@willowcreek.example";
    return host_fault(host) == NULL ? NULL
                                    : "has an invalid domain after the @: write it like info@willowcreek.example";
}

static bool port_ok(dgs_str port)
{
    long value = 0;
    if (port.n == 0 || port.n > 5)
        return false;
    for (size_t i = 0; i < port.n; i++) {
        if (!isdigit((unsigned char)port.p[i]))
            return false;
        value = value * 10 + (port.p[i] - '0');
    }
    return value > 0 && value <= 65535;
}

// The length of "scheme:" at the start, 0 when there is none. "host:8080" is no scheme.
static size_t scheme_length(const char *s)
{
    size_t n = 0;
    if (!isalpha((unsigned char)s[0]))
        return 0;
    while (isalnum((unsigned char)s[n]) || s[n] == '+' || s[n] == '-' || s[n] == '.')
        n++;
    if (s[n] != ':')
        return 0;
    size_t digits = strspn(s + n + 1, "0123456789");
    char after = s[n + 1 + digits];
    if (digits > 0 && memchr(s, '.', n) != NULL && (after == '\0' || after == '/' || after == '?' || after == '#'))
        return 0;
    return n + 1;
}

static bool hex2(const char *s)
{
    return isxdigit((unsigned char)s[0]) && isxdigit((unsigned char)s[1]);
}

// Appends what follows the host; whatever RFC 3986 does not allow there is percent-encoded.
static bool add_rest(const asker *to, dgs_buf *buf, const char *rest)
{
    for (; *rest != '\0'; rest++) {
        unsigned char c = (unsigned char)*rest;
        if (c == '%' && !hex2(rest + 1))
            return refuse(
                to,
                "has a % that does not belong there: copy the address from your browser, or write %25 for the sign");
        if (isalnum(c) || strchr("-._~:/?#[]@!$&'()*+,;=%", c) != NULL)
            dgs_buf_addc(buf, (char)c);
        else
            dgs_buf_addf(buf, "%%%02X", c);
    }
    return true;
}

// The host as it is looked up: in ASCII.
static bool find_host(const asker *to, dgs_str typed, const char *(*fault_of)(dgs_str host), dgs_str *host)
{
    if (!dgs_host_ascii(to->arena, to->what, to->typed, typed, host, to->err))
        return false;
    const char *fault = fault_of(*host);
    return fault == NULL || refuse(to, fault);
}

// *port becomes what follows the host, up to *rest.
static bool split_host(const asker *to, const char *start, dgs_str *host, const char **port, const char **rest)
{
    dgs_str authority = {start, strcspn(start, "/?#")};
    *rest = start + authority.n;
    if (memchr(authority.p, '@', authority.n) != NULL)
        return refuse(to, "has a user name in it: write the address without the part up to @");
    const char *colon = *start == '[' ? NULL : memchr(start, ':', authority.n); // [::1] has no host name
    *host = authority;
    if (colon != NULL) {
        host->n = (size_t)(colon - authority.p);
        if (!port_ok((dgs_str){colon + 1, authority.n - host->n - 1}))
            return refuse(to, "has an invalid port: write a number from 1 to 65535 after the colon");
    }
    *port = host->p + host->n;
    return find_host(to, *host, host_fault, host);
}

// What is pasted along with an address: "https://willow.example/book”".
static bool ends_in_mark(const asker *to)
{
    static const char *const marks[] = {"”", "“", "„", "’", "‘", "»", "«", "\"", "…"};
    size_t n = strlen(to->typed);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t length = strlen(marks[i]);
        if (n >= length && strcmp(to->typed + n - length, marks[i]) == 0)
            return dgs_fail(to->err, DGS_ERR_DATA,
                            "%s '%.120s' ends in %s, which does not belong to an address: remove it", to->what,
                            to->typed, marks[i]) ||
                   true;
    }
    return false;
}

static bool web_faults(const asker *to, size_t scheme)
{
    const char *s = to->typed;
    if (strlen(s) > DGS_URL_MAX)
        return dgs_fail(to->err, DGS_ERR_DATA, "%s is %zu bytes long, and %d is the limit: use a shorter address",
                        to->what, strlen(s), DGS_URL_MAX);
    if (strpbrk(s, " \t\r\n") != NULL)
        return refuse(to, "has a space in it: remove it, or copy the address from your browser");
    if (ends_in_mark(to))
        return false;
    if (scheme == 0)
        return true;
    bool web = (scheme == 5 && strncasecmp(s, "http:", 5) == 0) || (scheme == 6 && strncasecmp(s, "https:", 6) == 0);
    if (!web || strncmp(s + scheme, "//", 2) != 0)
        return refuse(to, "is not a web address: write it like willowcreek.example/book");
    return true;
}

// "https://willowcreek.example/" -> "willowcreek.example".
static const char *printed(dgs_arena *arena, const char *start)
{
    dgs_str text = dgs_str_of(start);
    if (text.n > 0 && text.p[text.n - 1] == '/')
        text.n--;
    return dgs_str_copy(arena, text);
}

bool dgs_url_web(dgs_arena *arena, const char *what, const char *typed, dgs_url *out, dgs_err *err)
{
    asker to = {arena, what, typed, err};
    size_t scheme = scheme_length(typed);
    dgs_str host = {0};
    const char *port = NULL, *rest = NULL;
    if (!web_faults(&to, scheme))
        return false;
    const char *start = typed + (scheme == 0 ? 0 : scheme + 2);
    if (!split_host(&to, start, &host, &port, &rest))
        return false;
    dgs_buf buf = {.arena = arena};
    dgs_buf_adds(&buf, scheme == 5 ? "http://" : "https://");
    dgs_buf_add(&buf, host.p, host.n);
    dgs_buf_add(&buf, port, (size_t)(rest - port));
    if (!add_rest(&to, &buf, rest))
        return false;
    char *lower = dgs_str_copy(arena, host);
    for (char *p = lower; p != NULL && *p != '\0'; p++)
        *p = (char)tolower((unsigned char)*p);
    *out = (dgs_url){buf.p, printed(arena, start), lower};
    return buf.failed || out->text == NULL || lower == NULL ? dgs_fail_memory(err) : true;
}

// RFC 5322 atext.
static bool atom_char(unsigned char c)
{
    return isalnum(c) || (c != '\0' && strchr("!#$%&'*+-/=?^_`{|}~", c) != NULL);
}

static bool local_ok(dgs_str local)
{
    if (local.n == 0 || local.n > 64 || local.p[0] == '.' || local.p[local.n - 1] == '.')
        return false;
    for (size_t i = 0; i < local.n; i++) {
        bool dot = local.p[i] == '.';
        if (dot ? local.p[i - 1] == '.' : !atom_char((unsigned char)local.p[i]))
            return false;
    }
    return true;
}

bool dgs_url_email(dgs_arena *arena, const char *what, const char *typed, const char **url, dgs_err *err)
{
    asker to = {arena, what, typed, err};
    const char *at = strchr(typed, '@');
    if (at == NULL || !local_ok((dgs_str){typed, (size_t)(at - typed)}))
        return refuse(&to, "is not an email address: write it like info@willowcreek.example");
    dgs_str host;
    if (ends_in_mark(&to) || !find_host(&to, dgs_str_of(at + 1), mail_fault, &host))
        return false;
    dgs_buf buf = {.arena = arena};
    dgs_buf_adds(&buf, "mailto:");
    for (const char *p = typed; p < at; p++) {
        unsigned char c = (unsigned char)*p;
        if (isalnum(c) || strchr("-._~!$'*+", c) != NULL) // RFC 6068, 2: what may stand as it is
            dgs_buf_addc(&buf, *p);
        else
            dgs_buf_addf(&buf, "%%%02X", c);
    }
    dgs_buf_addc(&buf, '@');
    dgs_buf_add(&buf, host.p, host.n);
    *url = buf.p;
    return buf.failed ? dgs_fail_memory(err) : true;
}
