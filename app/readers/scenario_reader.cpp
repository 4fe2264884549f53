// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/readers/scenario_reader.h"

#include "app/readers/json_tree.h"
#include "app/readers/operation_reader.h"

#include <QStringList>

#include <algorithm>

namespace coroscope::formats {

namespace {

using JsonValue = JsonTree::Value;

/// Reads the outer object; the operations are OperationReader's.
class ScenarioReader {
    Q_DECLARE_TR_FUNCTIONS(ScenarioReader)

public:
    explicit ScenarioReader(const QByteArray &file) : m_file(file) {}

    program::Program read(const JsonValue &root);

private:
    void findKeys(const JsonValue &root);
    void checkFormat(const JsonValue &root) const;
    void readObjects();
    void readObject(const JsonValue &name, const JsonValue &form);
    void readTasks();

    struct Key {
        const char *name;
        std::optional<JsonValue> value;
    };
    [[nodiscard]] const std::optional<JsonValue> &key(const char *name) const;

    std::vector<Key> m_keys{{"format", {}}, {"version", {}}, {"objects", {}}, {"tasks", {}},  {"until", {}},
                            {"about", {}},  {"seed", {}},    {"profile", {}}, {"$schema", {}}};
    const QByteArray &m_file;
    program::Program m_program;
};

program::Program ScenarioReader::read(const JsonValue &root)
{
    if (!root.isObject())
        throw ReadFailure{tr("not a scenario: a JSON object is expected"), root.offset()};
    findKeys(root);
    checkFormat(root);
    if (!key("tasks"))
        throw ReadFailure{tr("the key \"tasks\" is missing"), root.offset()};
    if (const auto &until = key("until"); until)
        m_program.untilMs = readWholeNumber(*until, tr("\"until\""), 0, program::kMaxMilliseconds);
    if (const auto &about = key("about"); about && about->isString())
        m_program.about = about->text();
    readObjects();
    readTasks();
    if (m_file.size() <= kMaxShownBytes)
        m_program.text = m_file.toStdString();
    return std::move(m_program);
}

const std::optional<JsonValue> &ScenarioReader::key(const char *name) const
{
    for (const Key &key : m_keys)
        if (std::string_view(key.name) == name)
            return key.value;
    Q_UNREACHABLE();
}

void ScenarioReader::findKeys(const JsonValue &root)
{
    const auto items = root.items();
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        const auto known =
            std::find_if(m_keys.begin(), m_keys.end(), [&](const Key &key) { return items[i].text() == key.name; });
        if (known != m_keys.end()) {
            known->value = items[i + 1];
            continue;
        }
        QStringList names;
        for (const Key &key : m_keys)
            names << QLatin1String(key.name);
        throw ReadFailure{tr("unknown key %1").arg(quoted(shown(items[i]))) + didYouMean(shown(items[i]), names),
                          items[i].offset()};
    }
}

void ScenarioReader::checkFormat(const JsonValue &root) const
{
    const auto &format = key("format");
    if (!format)
        throw ReadFailure{tr("not a scenario: the key \"format\" is missing"), root.offset()};
    if (!format->isString() || format->text() != "coroscope-program")
        throw ReadFailure{tr("not a scenario: \"format\" must be \"coroscope-program\""), format->offset()};
    const auto &version = key("version");
    if (!version)
        throw ReadFailure{tr("the key \"version\" is missing"), root.offset()};
    if (version->type() != JsonTree::Type::Number || version->text() != "1")
        throw ReadFailure{tr("this version of the format is not known: \"version\" must be 1"), version->offset()};
}

void ScenarioReader::readObjects()
{
    const auto &objects = key("objects");
    if (!objects)
        return;
    if (!objects->isObject())
        throw ReadFailure{tr("\"objects\" must be an object: name and [kind, arguments...]"), objects->offset()};
    const auto items = objects->items();
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        readObject(items[i], items[i + 1]);
}

void ScenarioReader::readObject(const JsonValue &name, const JsonValue &form)
{
    if (name.text().empty())
        throw ReadFailure{tr("an object needs a name"), name.offset()};
    const auto items = form.items();
    if (!form.isArray() || items.empty() || !items[0].isString())
        throw ReadFailure{tr("an object must be an array that begins with its kind, like [\"queue\", 1]"),
                          form.offset()};
    QStringList kinds;
    for (const auto &known : program::objectForms()) {
        kinds << shown(known.name);
        if (known.name != items[0].text())
            continue;
        program::ObjectData object{std::string(name.text()), known.kind, 0};
        const std::size_t expected = known.argument.empty() ? 1 : 2;
        if (items.size() != expected)
            throw ReadFailure{expected == 1
                                  ? tr("a %1 takes no argument").arg(shown(known.name))
                                  : tr("a %1 takes one argument, its %2").arg(shown(known.name), shown(known.argument)),
                              form.offset()};
        if (expected == 2)
            object.argument = readWholeNumber(items[1], shown(known.argument), 0, program::kMaxCapacity);
        m_program.objects.push_back(std::move(object));
        return;
    }
    throw ReadFailure{tr("unknown kind of object %1").arg(quoted(shown(items[0]))) + didYouMean(shown(items[0]), kinds),
                      items[0].offset()};
}

void ScenarioReader::readTasks()
{
    const JsonValue tasks = *key("tasks");
    if (!tasks.isArray())
        throw ReadFailure{tr("\"tasks\" must be an array of [name, operations]"), tasks.offset()};
    OperationReader reader(m_program.objects, m_file);
    for (const JsonValue &task : tasks.items()) {
        const auto items = task.items();
        if (!task.isArray() || items.size() != 2)
            throw ReadFailure{tr("a task must be an array of two: [name, operations]"), task.offset()};
        program::RootTask root;
        root.name = reader.newTask(items[0]);
        root.operations = reader.operations(items[1]);
        m_program.tasks.push_back(std::move(root));
    }
}

} // namespace

ReadResult<program::Program> parseScenario(const QByteArray &bytes, const QString &file)
{
    try {
        const JsonTree tree = JsonTree::parse(bytes, kMaxScenarioDepth);
        return {ScenarioReader(bytes).read(tree.root()), {}};
    } catch (const ReadFailure &failure) {
        return {std::nullopt, sentenceOf(file, bytes, failure)};
    }
}

ReadResult<program::Program> readScenario(const QString &file)
{
    const auto bytes = readBytes(file, kMaxScenarioBytes);
    if (!bytes)
        return {std::nullopt, bytes.error};
    return parseScenario(*bytes.value, file);
}

} // namespace coroscope::formats
