// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/readers/json_tree.h"
#include "app/readers/nearest.h"
#include "core/program/program.h"

#include <QCoreApplication>

#include <map>
#include <set>

namespace coroscope::formats {

/// A text of the file as a message can show it.
[[nodiscard]] QString shown(std::string_view text);
[[nodiscard]] inline QString shown(const JsonTree::Value &value)
{
    return shown(value.text());
}

/// Throws ReadFailure unless it is a whole number from `min` to `max`; `what` names it in the sentence.
[[nodiscard]] std::int64_t readWholeNumber(const JsonTree::Value &value, const QString &what, std::int64_t min,
                                           std::int64_t max);

/// Reads lists of operations and checks each against program::operationForms(). Throws ReadFailure.
class OperationReader {
    Q_DECLARE_TR_FUNCTIONS(OperationReader)

public:
    /// `file`: the text that is read, where operations get their lines from.
    OperationReader(const std::vector<program::ObjectData> &objects, const QByteArray &file);

    /// A new task's name; refused when it is a task's or an object's already.
    [[nodiscard]] std::string newTask(const JsonTree::Value &value);
    [[nodiscard]] program::Operations operations(const JsonTree::Value &value);

private:
    using JsonValue = JsonTree::Value;

    program::Operation operation(const JsonValue &value);
    const program::OperationForm &form(const JsonValue &name) const;
    void checkCount(const JsonValue &value, const program::OperationForm &form, std::size_t count) const;
    void readArgument(const JsonValue &value, program::Argument argument);
    void readName(const JsonValue &value, program::Argument argument);
    void readNumber(const JsonValue &value, program::Argument argument);
    void readChoice(const JsonValue &value, program::Argument argument);
    void readBlock(const JsonValue &value, program::Argument argument);
    void readChildren(const JsonValue &value, program::Argument argument);

    std::string text(const JsonValue &value, const char *what) const;
    std::string taskName(const JsonValue &value) const;
    std::uint32_t object(const JsonValue &value, program::Argument argument) const;
    program::Value scalar(const JsonValue &value) const;
    program::ErrorKind error(const JsonValue &value) const;
    std::vector<std::string> kinds(const JsonValue &value) const;
    std::vector<std::string> taskNames(const JsonValue &value) const;
    program::Child child(const JsonValue &value);
    void refuseInRepeat(const JsonValue &value) const;
    [[nodiscard]] std::uint32_t lineOf(const JsonValue &value) const;

    const std::vector<program::ObjectData> &m_objects;
    std::vector<std::size_t> m_lineEnds; ///< where the text has its line feeds
    std::map<std::string, std::uint32_t, std::less<>> m_objectIndex;
    std::set<std::string, std::less<>> m_tasks;
    std::map<std::string_view, const program::OperationForm *> m_forms;
    program::Operation *m_operation = nullptr; ///< the one being read
    int m_repeats = 0;                         ///< how many `repeat` are around it
    bool m_inlineChild = false;                ///< a wait_for without limit: its new child is no task
};

} // namespace coroscope::formats
