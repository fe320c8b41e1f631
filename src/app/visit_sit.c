/* SPDX-License-Identifier: MIT */
/* Sitting: its face of home, what its keys do. */
#include "app/visit_parts.h"
