// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/operation_reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace coroscope::formats {

using program::Argument;
using program::Operation;
using Type = JsonTree::Type;

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

namespace {

template <class Names>
QStringList listOf(const Names &names)
{
    QStringList list;
    for (const auto &name : names)
        list << shown(name);
    return list;
}

bool isWhole(std::string_view number)
{
    return number.find_first_of(".eE") == std::string_view::npos;
}

/// How an argument is called in "takes 2 arguments (queue, value)".
const char *nameOf(Argument argument)
{
    switch (argument) {
    case Argument::Text: return "text";
    case Argument::AnyName: return "name";
    case Argument::TaskName:
    case Argument::NewTask: return "task";
    case Argument::Queue: return "queue";
    case Argument::Lockable: return "lock";
    case Argument::Condition: return "condition";
    case Argument::Event: return "event";
    case Argument::Future: return "future";
    case Argument::Milliseconds:
    case Argument::OptionalMilliseconds: return "ms";
    case Argument::Count: return "n";
    case Argument::Scalar: return "value";
    case Argument::Error: return "kind";
    case Argument::Body: return "ops";
    case Argument::Handler: return "handler";
    case Argument::Final: return "final";
    case Argument::Kinds: return "kinds";
    case Argument::Children: return "children";
    case Argument::Child: return "child";
    case Argument::Tasks: return "tasks";
    case Argument::YesNo: return "return_exceptions";
    case Argument::When: return "when";
    }
    return "";
}

bool fits(program::ObjectKind kind, Argument argument)
{
    using program::ObjectKind;
    switch (argument) {
    case Argument::Queue:
        return kind == ObjectKind::Queue || kind == ObjectKind::LifoQueue || kind == ObjectKind::PriorityQueue;
    case Argument::Lockable:
        return kind == ObjectKind::Lock || kind == ObjectKind::Semaphore || kind == ObjectKind::BoundedSemaphore
               || kind == ObjectKind::Condition;
    case Argument::Condition: return kind == ObjectKind::Condition;
    case Argument::Event: return kind == ObjectKind::Event;
    default: return kind == ObjectKind::Future;
    }
}

} // namespace

std::int64_t readWholeNumber(const JsonTree::Value &value, const QString &what, std::int64_t min, std::int64_t max)
{
    const std::string_view written = value.text();
    if (value.type() != Type::Number || !isWhole(written))
        throw ReadFailure{OperationReader::tr("%1 must be a whole number").arg(what), value.offset()};
    std::int64_t number = 0;
    const auto end = written.data() + written.size();
    if (std::from_chars(written.data(), end, number).ec != std::errc() || number < min || number > max)
        throw ReadFailure{OperationReader::tr("%1 must be from %2 to %3").arg(what).arg(min).arg(max), value.offset()};
    return number;
}

OperationReader::OperationReader(const std::vector<program::ObjectData> &objects, const QByteArray &file)
    : m_objects(objects)
{
    for (qsizetype end = file.indexOf('\n'); end >= 0; end = file.indexOf('\n', end + 1))
        m_lineEnds.push_back(static_cast<std::size_t>(end));
    for (std::size_t i = 0; i < objects.size(); ++i)
        m_objectIndex.emplace(objects[i].name, static_cast<std::uint32_t>(i));
    for (const auto &form : program::operationForms())
        m_forms.emplace(form.name, &form);
}

std::string OperationReader::newTask(const JsonValue &value)
{
    std::string name = taskName(value);
    if (!m_tasks.insert(name).second)
        throw ReadFailure{tr("there is a task %1 already").arg(quoted(shown(name))), value.offset()};
    return name;
}

program::Operations OperationReader::operations(const JsonValue &value)
{
    if (!value.isArray())
        throw ReadFailure{tr("a list of operations is expected here"), value.offset()};
    const auto items = value.items();
    program::Operations operations;
    operations.reserve(items.size());
    for (const JsonValue &item : items)
        operations.push_back(operation(item));
    return operations;
}

Operation OperationReader::operation(const JsonValue &value)
{
    const auto items = value.items();
    if (!value.isArray() || items.empty() || !items[0].isString())
        throw ReadFailure{tr("an operation must be an array that begins with its name, like [\"sleep\", 100]"),
                          value.offset()};
    const auto &known = form(items[0]);
    checkCount(value, known, items.size() - 1);
    Operation operation;
    operation.kind = known.kind;
    operation.line = lineOf(value);
    Operation *const outer = std::exchange(m_operation, &operation);
    const bool outerInline = m_inlineChild;
    m_inlineChild = known.kind == program::OperationKind::WaitFor && items[2].type() == Type::Null;
    for (std::size_t i = 0; i < known.arguments.size(); ++i)
        readArgument(items[i + 1], known.arguments[i]);
    m_inlineChild = outerInline;
    m_operation = outer;
    return operation;
}

std::uint32_t OperationReader::lineOf(const JsonValue &value) const
{
    return static_cast<std::uint32_t>(std::ranges::lower_bound(m_lineEnds, value.offset()) - m_lineEnds.begin()) + 1;
}

const program::OperationForm &OperationReader::form(const JsonValue &name) const
{
    const auto known = m_forms.find(name.text());
    if (known != m_forms.end())
        return *known->second;
    QStringList names;
    for (const auto &form : program::operationForms())
        names << shown(form.name);
    throw ReadFailure{tr("unknown operation %1").arg(quoted(shown(name))) + didYouMean(shown(name), names),
                      name.offset()};
}

void OperationReader::checkCount(const JsonValue &value, const program::OperationForm &form, std::size_t count) const
{
    if (count == form.arguments.size())
        return;
    QStringList names;
    for (const Argument argument : form.arguments)
        names << QLatin1String(nameOf(argument));
    const QString expected = names.isEmpty() ? tr("no argument")
                             : names.size() == 1
                                 ? tr("one argument (%1)").arg(names[0])
                                 : tr("%1 arguments (%2)").arg(names.size()).arg(names.join(QStringLiteral(", ")));
    throw ReadFailure{tr("\"%1\" takes %2, not %3").arg(shown(form.name), expected).arg(count), value.offset()};
}

void OperationReader::readArgument(const JsonValue &value, Argument argument)
{
    switch (argument) {
    case Argument::Text: m_operation->text = text(value, "text"); break;
    case Argument::Scalar: m_operation->value = scalar(value); break;
    case Argument::AnyName:
    case Argument::TaskName:
    case Argument::NewTask: readName(value, argument); break;
    case Argument::Queue:
    case Argument::Lockable:
    case Argument::Condition:
    case Argument::Event:
    case Argument::Future: m_operation->object = object(value, argument); break;
    case Argument::Milliseconds:
    case Argument::OptionalMilliseconds:
    case Argument::Count: readNumber(value, argument); break;
    case Argument::Error:
    case Argument::YesNo:
    case Argument::When: readChoice(value, argument); break;
    case Argument::Kinds: m_operation->names = kinds(value); break;
    case Argument::Tasks: m_operation->names = taskNames(value); break;
    case Argument::Body:
    case Argument::Handler:
    case Argument::Final: readBlock(value, argument); break;
    case Argument::Children:
    case Argument::Child: readChildren(value, argument); break;
    }
}

void OperationReader::readName(const JsonValue &value, Argument argument)
{
    if (argument == Argument::AnyName) {
        m_operation->name = text(value, "name");
        return;
    }
    if (argument == Argument::TaskName) {
        m_operation->name = taskName(value);
        return;
    }
    refuseInRepeat(value);
    m_operation->name = newTask(value);
}

void OperationReader::readNumber(const JsonValue &value, Argument argument)
{
    if (argument == Argument::OptionalMilliseconds && value.type() == Type::Null)
        return;
    m_operation->number = argument == Argument::Count
                              ? readWholeNumber(value, tr("the count"), 0, program::kMaxRepeats)
                              : readWholeNumber(value, tr("the milliseconds"), 0, program::kMaxMilliseconds);
}

void OperationReader::readChoice(const JsonValue &value, Argument argument)
{
    if (argument == Argument::Error) {
        m_operation->error = error(value);
        return;
    }
    if (argument == Argument::YesNo) {
        if (value.type() != Type::True && value.type() != Type::False)
            throw ReadFailure{tr("return_exceptions must be true or false"), value.offset()};
        m_operation->flag = value.type() == Type::True;
        return;
    }
    const std::string when = text(value, "when");
    m_operation->flag = when == "FIRST_COMPLETED";
    if (!m_operation->flag && when != "ALL_COMPLETED")
        throw ReadFailure{tr("\"wait\" waits for ALL_COMPLETED or FIRST_COMPLETED, not %1").arg(quoted(shown(when))),
                          value.offset()};
}

void OperationReader::readBlock(const JsonValue &value, Argument argument)
{
    Operation &operation = *m_operation;
    const bool repeats = operation.kind == program::OperationKind::Repeat;
    m_repeats += repeats ? 1 : 0;
    auto &block = argument == Argument::Body      ? operation.body
                  : argument == Argument::Handler ? operation.handler
                                                  : operation.final;
    block = operations(value);
    m_repeats -= repeats ? 1 : 0;
}

void OperationReader::readChildren(const JsonValue &value, Argument argument)
{
    Operation &operation = *m_operation;
    if (argument == Argument::Child) {
        operation.children.push_back(child(value));
        return;
    }
    if (!value.isArray())
        throw ReadFailure{tr("a list of children is expected here"), value.offset()};
    for (const JsonValue &item : value.items()) {
        program::Child next = child(item);
        operation.children.push_back(std::move(next));
    }
}

program::Child OperationReader::child(const JsonValue &value)
{
    if (value.isString())
        return {taskName(value), false, {}};
    std::optional<JsonValue> task;
    std::optional<JsonValue> ops;
    const auto items = value.items();
    for (std::size_t i = 0; value.isObject() && i + 1 < items.size(); i += 2) {
        if (items[i].text() == "task")
            task = items[i + 1];
        else if (items[i].text() == "ops")
            ops = items[i + 1];
    }
    if (!task || !ops || items.size() != 4)
        throw ReadFailure{tr("a child must be the name of a task or {\"task\": name, \"ops\": [...]}"), value.offset()};
    if (!m_inlineChild)
        refuseInRepeat(value);
    program::Child child{newTask(*task), true, {}};
    child.operations = operations(*ops);
    return child;
}

void OperationReader::refuseInRepeat(const JsonValue &value) const
{
    if (m_repeats > 0)
        throw ReadFailure{tr("a \"repeat\" cannot make a task: its name would be there twice"), value.offset()};
}

std::string OperationReader::text(const JsonValue &value, const char *what) const
{
    if (!value.isString())
        throw ReadFailure{tr("the %1 must be a string").arg(QLatin1String(what)), value.offset()};
    return std::string(value.text());
}

std::string OperationReader::taskName(const JsonValue &value) const
{
    std::string name = text(value, "name of a task");
    if (name.empty())
        throw ReadFailure{tr("a task needs a name"), value.offset()};
    if (m_objectIndex.contains(name))
        throw ReadFailure{tr("%1 is an object, not a task").arg(quoted(shown(name))), value.offset()};
    return name;
}

std::uint32_t OperationReader::object(const JsonValue &value, Argument argument) const
{
    const std::string name = text(value, nameOf(argument));
    const auto known = m_objectIndex.find(name);
    if (known == m_objectIndex.end()) {
        QStringList names;
        for (const auto &object : m_objects)
            if (fits(object.kind, argument))
                names << shown(object.name);
        throw ReadFailure{tr("unknown object %1").arg(quoted(shown(name))) + didYouMean(shown(name), names),
                          value.offset()};
    }
    const auto kind = m_objects[known->second].kind;
    if (!fits(kind, argument)) {
        const auto kindName = program::objectForms()[static_cast<std::size_t>(kind)].name;
        throw ReadFailure{
            tr("%1 is a %2, not a %3").arg(quoted(shown(name)), shown(kindName), QLatin1String(nameOf(argument))),
            value.offset()};
    }
    return known->second;
}

program::Value OperationReader::scalar(const JsonValue &value) const
{
    switch (value.type()) {
    case Type::Null: return program::Value();
    case Type::True: return program::Value(true);
    case Type::False: return program::Value(false);
    case Type::String: return program::Value(std::string(value.text()));
    case Type::Number: break;
    case Type::Array:
    case Type::Object: throw ReadFailure{tr("a value must be a number, a string, true, false or null"), value.offset()};
    }
    const std::string_view written = value.text();
    const auto end = written.data() + written.size();
    if (isWhole(written)) {
        std::int64_t number = 0;
        if (std::from_chars(written.data(), end, number).ec == std::errc())
            return program::Value(number);
        throw ReadFailure{tr("a whole number must fit into 64 bits"), value.offset()};
    }
    double number = 0;
    if (std::from_chars(written.data(), end, number).ec == std::errc::result_out_of_range) {
        if (written.find('-', 1) == std::string_view::npos)
            throw ReadFailure{tr("a number too large"), value.offset()};
        number = written[0] == '-' ? -0.0 : 0.0; // too small to be told from zero
    }
    return program::Value(number);
}

program::ErrorKind OperationReader::error(const JsonValue &value) const
{
    const std::string name = text(value, "kind of the exception");
    const auto &names = program::errorNames();
    const auto known = std::find(names.begin(), names.end(), name);
    if (known == names.end())
        throw ReadFailure{tr("unknown exception %1").arg(quoted(shown(name))) + didYouMean(shown(name), listOf(names)),
                          value.offset()};
    return static_cast<program::ErrorKind>(known - names.begin());
}

std::vector<std::string> OperationReader::kinds(const JsonValue &value) const
{
    if (!value.isArray())
        throw ReadFailure{tr("a list of names of exceptions is expected here"), value.offset()};
    const auto &known = program::exceptionNames();
    std::vector<std::string> kinds;
    for (const JsonValue &item : value.items()) {
        kinds.push_back(text(item, "name of an exception"));
        if (std::find(known.begin(), known.end(), kinds.back()) == known.end())
            throw ReadFailure{tr("unknown exception %1").arg(quoted(shown(item)))
                                  + didYouMean(shown(item), listOf(known)),
                              item.offset()};
    }
    return kinds;
}

std::vector<std::string> OperationReader::taskNames(const JsonValue &value) const
{
    if (!value.isArray())
        throw ReadFailure{tr("a list of names of tasks is expected here"), value.offset()};
    std::vector<std::string> names;
    for (const JsonValue &item : value.items())
        names.push_back(taskName(item));
    return names;
}

} // namespace coroscope::formats
