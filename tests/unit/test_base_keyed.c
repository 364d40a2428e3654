// Unit tests of src/base: the hash with a key.
#include "base/keyed.h"
#include "host/engine.h"
#include "unit.h"

// The value that the paper gives in its appendix A.
START_TEST(keyed_hash_is_siphash)
{
    char bytes[15];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)i;
    const dgs_key key = {{0x0706050403020100, 0x0f0e0d0c0b0a0908}};
    ck_assert_uint_eq(dgs_keyed_hash(&key, (dgs_str){bytes, sizeof bytes}), 0xa129ca6149be45e5);
}
END_TEST

START_TEST(keys_differ)
{
    dgs_key a = dgs_key_draw(), b = dgs_key_draw();
    ck_assert(a.half[0] != b.half[0] && a.half[1] != b.half[1]);
    ck_assert_uint_ne(dgs_keyed_hash(&a, DGS_STR("name")), dgs_keyed_hash(&b, DGS_STR("name")));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("keyed");
    TCase *tests = tcase_create("keyed");
    tcase_add_test(tests, keyed_hash_is_siphash);
    tcase_add_test(tests, keys_differ);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
