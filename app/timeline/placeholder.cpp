// SPDX-License-Identifier: GPL-3.0-or-later
// Keeps the library's target valid until its first source file arrives; then goes.
