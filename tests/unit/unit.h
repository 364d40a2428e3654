// What all unit tests share.
#ifndef DGS_TESTS_UNIT_H
#define DGS_TESTS_UNIT_H
#include <check.h>
#include <stdlib.h>

// Runs a suite as CK_FORK and CK_VERBOSITY say; gives main()'s result.
static inline int run_suite(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_ENV);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
#endif
