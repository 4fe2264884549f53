// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

class Actions;
class Appearance;
class Arrangement;
class JobTablePanel;
class Playback;
class Prediction;
class Session;

// What the user can do, by what it concerns. Each adds its actions in the order in which its menu shows them, and
// keeps their marks up to date.

void addPlayCommands(Actions &actions, Playback &playback, Prediction &prediction);
void addAppearanceCommands(Actions &actions, Appearance &appearance);
/// One action a language, called `language.en`; the caller marks the one that is spoken.
void addLanguageCommands(Actions &actions);
void addAreaCommands(Actions &actions, Arrangement &arrangement);
void addCopyTableCommands(Actions &actions, JobTablePanel &table);
void addLessonCommands(Actions &actions, Session &session);

} // namespace coroscope
