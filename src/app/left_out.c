/* SPDX-License-Identifier: MIT */
#include "app/left_out.h"

#include <stdio.h>
#include <string.h>

#define BETWEEN ", "

/* The next name of a list, without the spaces around it; false behind the last one. */
static bool next_name(const char **list, const char **name, size_t *length)
{
    *name = *list + strspn(*list, BETWEEN);
    *length = strcspn(*name, ",");
    *list = *name + *length;
    while (*length > 0 && (*name)[*length - 1] == ' ')
        (*length)--;
    return *length > 0;
}

static bool is_name(const char *name, size_t length, const char *id)
{
    return strlen(id) == length && memcmp(name, id, length) == 0;
}

static bool has_name(const char *list, const char *id)
{
    const char *name;
    size_t length;
    while (next_name(&list, &name, &length))
        if (is_name(name, length, id))
            return true;
    return false;
}

/* Takes every place that the list names, or that is in a group it names, into the set or
 * out of it. */
static void apply_list(const Regions *regions, const char *list, bool is_out,
                       RegionSet *set)
{
    char id[REGION_ID_MAX];
    const char *name;
    size_t length;
    while (next_name(&list, &name, &length)) {
        if (length >= sizeof id)
            continue;
        memcpy(id, name, length);
        id[length] = '\0';
        if (is_out)
            region_leave_out_named(regions, id, set);
        else
            region_remove_named(regions, id, set);
    }
}

RegionSet left_out_set(const Regions *regions, const char *leave_out, const char *with)
{
    RegionSet set = region_sensitive(regions);
    apply_list(regions, with, false, &set);
    apply_list(regions, leave_out, true, &set);
    for (int32_t i = 0; i < regions->count; i++) {
        const char *id = regions->items[i].id;
        if (has_name(with, id) && !has_name(leave_out, id))
            region_set_remove(&set, i);
    }
    return set;
}

RegionSet left_out_of(const Regions *regions, const Settings *settings)
{
    return left_out_set(regions, settings->leave_out, settings->with);
}

static void append(char *list, const char *name, size_t length)
{
    const size_t at = strlen(list);
    snprintf(list + at, SETTINGS_LIST_MAX - at, "%s%.*s", at > 0 ? BETWEEN : "",
             (int)length, name);
}

/* The list without a name; all others stay in their order. */
static void take_out(char list[SETTINGS_LIST_MAX], const char *id)
{
    char kept[SETTINGS_LIST_MAX] = "";
    const char *rest = list, *name;
    size_t length;
    while (next_name(&rest, &name, &length))
        if (!is_name(name, length, id))
            append(kept, name, length);
    strcpy(list, kept[0] != '\0' ? kept : LEFT_OUT_NONE);
}

/* What was asked for once does not outlive that it, or more of it, is left out. */
static void take_out_shared(const Regions *regions, int32_t region,
                            char list[SETTINGS_LIST_MAX])
{
    const RegionSet shared = region_shared(regions, region);
    for (int32_t i = 0; i < regions->count; i++)
        if (region_set_has(&shared, i) && has_name(list, regions->items[i].id))
            take_out(list, regions->items[i].id);
}

static bool put_in(char list[SETTINGS_LIST_MAX], const char *id)
{
    if (has_name(list, id))
        return true;
    if (has_name(list, LEFT_OUT_NONE))
        list[0] = '\0';
    if (strlen(list) + strlen(BETWEEN) + strlen(id) >= SETTINGS_LIST_MAX)
        return false;
    append(list, id, strlen(id));
    return true;
}

bool left_out_put(const Regions *regions, int32_t region, bool is_out, Settings *settings)
{
    const char *id = regions->items[region].id;
    Settings next = *settings;
    if (is_out)
        take_out_shared(regions, region, next.with);
    else
        take_out(next.leave_out, id);
    const RegionSet set = left_out_of(regions, &next);
    if (region_set_has(&set, region) != is_out &&
        !put_in(is_out ? next.leave_out : next.with, id))
        return false;
    *settings = next;
    return true;
}
