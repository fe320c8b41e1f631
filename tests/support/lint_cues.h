/* SPDX-License-Identifier: MIT */
/* lint_cues.h -- what a cue of the body scan has to keep to.
 *
 * Beyond the words of lint.h: length, letters that a voice can read, no instruction, no
 * breath, no "you"; a place's second wording has room for nothing at all, its third and
 * every lingering has a way past. It knows words, not meanings: what passes is still to
 * be read aloud. */
#ifndef LEEWAY_SUPPORT_LINT_CUES_H
#define LEEWAY_SUPPORT_LINT_CUES_H

enum { LINT_CUE_WORDS_MAX = 12 };

/* What is wrong with the text of a cue of that id, or NULL. The string is static. */
const char *lint_cue(const char *id, const char *text);

#endif
