/* SPDX-License-Identifier: MIT */
/* equal_proof.h -- does anything on a laid out screen weigh more than its neighbours?
 *
 * Choices that stand beside each other are of one kind, size of type, colour and light,
 * and as high as their lines; tiles and rows are of one size; Tab comes to all of them,
 * one after the other, in the order in which they are counted. What is present may be
 * marked, as a door or a page is; what is offered may not. It knows no meanings: which
 * words stand on which of them is for a person to judge. For tests only. */
#ifndef LEEWAY_TESTS_SUPPORT_EQUAL_PROOF_H
#define LEEWAY_TESTS_SUPPORT_EQUAL_PROOF_H

#include "view/layout.h"

/* NULL, or what is not equal: a static string until the next call. */
const char *equal_proof(const Layout *layout, const Scene *scene);

#endif
