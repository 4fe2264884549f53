// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QSize>
#include <QStringList>

#include <optional>

namespace coroscope::cli {

/// An option a command takes.
struct OptionForm {
    QString name;  ///< without the dashes
    QString value; ///< what stands for its value in the help; empty: it takes none
    QString help;
    QStringList choices; ///< the values it may have; empty: any
};

/// What a command takes.
struct CommandForm {
    QString name;
    QString argument; ///< "ID|FILE"; empty: none
    QString help;
    QList<OptionForm> options;
    bool argumentOptional = false;
    bool takesProgram = false; ///< `-m MODULE` may stand for the argument, and `-- ARGS...` behind it
};

/// A command's arguments, checked against its form. QCommandLineParser would need an application object and its
/// messages name no nearest option; this one does and starts nothing.
class Options {
public:
    /// Throws Failure (bad usage) in one sentence that names the nearest valid option or value.
    Options(const CommandForm &form, const QStringList &arguments);

    /// The ID or FILE.
    [[nodiscard]] const QString &argument() const { return m_argument; }
    /// The MODULE of -m; empty when there is none.
    [[nodiscard]] const QString &module() const { return m_module; }
    /// What stands behind `--`, for the Python program; none when there was no `--`.
    [[nodiscard]] const std::optional<QStringList> &programArguments() const { return m_programArguments; }
    [[nodiscard]] bool has(const QString &option) const { return m_values.contains(option); }
    /// The last one given, or `standard`.
    [[nodiscard]] QString value(const QString &option, const QString &standard = {}) const;
    /// All of them, in order.
    [[nodiscard]] QStringList values(const QString &option) const { return m_values.value(option); }
    /// A number of seconds or the like. Throws Failure when it is no number or not in the range.
    [[nodiscard]] std::optional<double> number(const QString &option, double min, double max) const;
    /// "1280x720".
    [[nodiscard]] std::optional<QSize> size(const QString &option) const;
    /// A list with commas; each one of `choices`.
    [[nodiscard]] QStringList list(const QString &option, const QStringList &choices) const;

private:
    void readOption(const CommandForm &form, const QStringList &arguments, qsizetype &at);
    void readArgument(const CommandForm &form, const QString &word);
    static void checkChoice(const OptionForm &option, const QString &value);

    QString m_argument;
    QString m_module;
    std::optional<QStringList> m_programArguments;
    QHash<QString, QStringList> m_values;
};

/// The text of `COMMAND --help`.
[[nodiscard]] QString helpOf(const CommandForm &form);

} // namespace coroscope::cli
