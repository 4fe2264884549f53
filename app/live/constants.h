// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace coroscope {

/// A simple constant of a Python program: `JOBS = 8` at the left margin. Its value is a number, a text, a truth value,
/// or a list or tuple of these.
struct PythonConstant {
    enum class Type { Integer, Float, Text, YesNo, List };

    QString name;
    Type type = Type::Integer;
    QString written; ///< the value as the program writes it
    int line = 0;    ///< from 1

    friend bool operator==(const PythonConstant &, const PythonConstant &) = default;
};

/// The constants of a program's text, in the order of their lines. A name that is given a value twice at the left
/// margin is none: it varies. Reads the text only; what is inside of a longer text in quotes is not mistaken for a
/// constant.
[[nodiscard]] QList<PythonConstant> constantsOf(const QString &source);

/// The type of a Python literal; none when it is not one of those.
[[nodiscard]] std::optional<PythonConstant::Type> literalType(const QString &written);

/// `written` as a literal for this constant: a text may come without its quotes, a whole number does for a float, yes
/// and no for a truth value. None when it does not fit.
[[nodiscard]] std::optional<QString> literalFor(const PythonConstant &constant, const QString &written);

} // namespace coroscope
