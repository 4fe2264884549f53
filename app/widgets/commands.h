// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace coroscope {

class Actions;
class Appearance;
class Arrangement;
class Playback;
class Session;

// What the user can do, by what it concerns. Each adds its actions in the order in which its menu shows them, and
// keeps their marks up to date.

void addPlayCommands(Actions &actions, Playback &playback);
void addAppearanceCommands(Actions &actions, Appearance &appearance);
void addAreaCommands(Actions &actions, Arrangement &arrangement);
void addLessonCommands(Actions &actions, Session &session);

} // namespace coroscope
