// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace coroscope {

/// The recorder's Python files (resources/python/) as a folder on the disk, from where an interpreter can load them:
/// unpacked from the program into the user's cache once for each version of theirs, and compared with what the program
/// carries at each call. Empty when there is no folder to write to. Main thread.
[[nodiscard]] QString recorderFolder();

} // namespace coroscope
