/* SPDX-License-Identifier: MIT */
#include "app/voice_checked.h"

#include "sound/clip.h"

#include <string.h>

/* The folder is known to whoever asked. */
static const char *without_folder(const char *sentence, const char *folder)
{
    const size_t length = strlen(folder);
    if (strncmp(sentence, folder, length) != 0 || sentence[length] != '/')
        return sentence;
    return sentence + length + 1;
}

int32_t voice_checked(const Voice *voice, CueTable cues, VoiceCheckedTell tell, void *who)
{
    int32_t count = 0;
    for (int32_t i = 0; i < cues.count; i++) {
        FilePath path;
        MixClip clip = { .samples = NULL };
        Error problem;
        if (!voices_clip_path(voice, cues.cues[i].id, &path))
            continue;
        if (!clip_open(path.text, CLIP_VOICE, &clip, &problem)) {
            tell(who, without_folder(problem.text, voice->folder.text));
            count++;
        }
        clip_close(&clip);
    }
    return count;
}
