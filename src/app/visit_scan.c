/* SPDX-License-Identifier: MIT */
/* The body scan: its face of home, what its keys do, what there is to see. */
#include "app/visit_parts.h"
