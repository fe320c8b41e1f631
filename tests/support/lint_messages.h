/* SPDX-License-Identifier: MIT */
/* lint_messages.h -- what a message that comes by itself does not say.
 *
 * Beyond the words of lint.h, which hold everywhere: a message stands alone, unasked, in
 * front of somebody of whom nothing is known. So it names no illness and no cause, pushes
 * nobody towards anyone, frightens nobody, is sure of nothing, and gives no order. It
 * knows words, not meanings. */
#ifndef LEEWAY_SUPPORT_LINT_MESSAGES_H
#define LEEWAY_SUPPORT_LINT_MESSAGES_H

/* What is not said in it, "childhood: claims to know why", or NULL; static. */
const char *lint_messages(const char *text);

#endif
