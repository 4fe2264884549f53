// SPDX-License-Identifier: MIT
#include "core/lessons/changes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <tuple>

namespace coroscope {

namespace {

std::vector<Lesson> &registry()
{
    static std::vector<Lesson> all;
    return all;
}

/// The number a text is, as a whole; none for anything else, infinities included.
std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::string shown(double number)
{
    const std::string text = repr(number);
    return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string rangeText(const Parameter &parameter)
{
    return "from " + shown(parameter.min) + " to " + shown(parameter.max);
}

[[noreturn]] void refuse(const Parameter &parameter, std::string_view written, const std::string &wanted)
{
    throw SettingError("parameter " + parameter.name + " is \"" + std::string(written) + "\", but must be " + wanted);
}

double checkedNumber(const Parameter &parameter, std::string_view whole, std::string_view text, const std::string &wanted)
{
    const auto number = numberIn(text);
    if (!number || *number < parameter.min || *number > parameter.max)
        refuse(parameter, whole, wanted);
    return *number;
}

std::vector<double> numbersIn(const Parameter &parameter, std::string_view written, const std::string &wanted)
{
    constexpr std::size_t kMost = 200;
    std::vector<double> list;
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find(',', begin), written.size());
        list.push_back(checkedNumber(parameter, written, written.substr(begin, end - begin), wanted));
        begin = end + 1;
    }
    if (list.size() > kMost)
        refuse(parameter, "(too long)", "at most 200 numbers");
    return list;
}

std::vector<Duration> durationsIn(const Parameter &parameter, std::string_view written)
{
    std::vector<Duration> list;
    for (const double seconds : numbersIn(parameter, written, "numbers of seconds " + rangeText(parameter) + ", separated by commas"))
        list.push_back(fromSeconds(seconds));
    return list;
}

std::vector<double> integersIn(const Parameter &parameter, std::string_view written)
{
    const std::string wanted = "whole numbers " + rangeText(parameter) + ", separated by commas";
    const std::vector<double> list = numbersIn(parameter, written, wanted);
    if (std::any_of(list.begin(), list.end(), [](double number) { return number != std::floor(number); }))
        refuse(parameter, written, wanted);
    return list;
}

std::string join(const std::vector<std::string> &names)
{
    std::string out;
    for (const auto &name : names)
        out += (out.empty() ? "" : ", ") + name;
    return out;
}

} // namespace

int Settings::integer(std::string_view name) const
{
    return static_cast<int>(m_values.find(name)->second.number);
}

Duration Settings::seconds(std::string_view name) const
{
    return fromSeconds(m_values.find(name)->second.number);
}

bool Settings::yes(std::string_view name) const
{
    return m_values.find(name)->second.number != 0;
}

const std::vector<Duration> &Settings::list(std::string_view name) const
{
    return m_values.find(name)->second.list;
}

std::vector<int> Settings::integers(std::string_view name) const
{
    std::vector<int> list;
    for (const double number : m_values.find(name)->second.numbers)
        list.push_back(static_cast<int>(number));
    return list;
}

const std::string &Settings::written(std::string_view name) const
{
    return m_values.find(name)->second.written;
}

const Parameter *Lesson::parameter(std::string_view name) const
{
    const auto found = std::find_if(parameters.begin(), parameters.end(), [name](const auto &each) { return each.name == name; });
    return found == parameters.end() ? nullptr : &*found;
}

Settings Lesson::defaults() const
{
    Settings settings;
    for (const Parameter &each : parameters)
        set(settings, each.name, each.standard);
    return settings;
}

void Lesson::set(Settings &settings, std::string_view name, std::string_view written) const
{
    const Parameter *const found = parameter(name);
    if (!found) {
        std::vector<std::string> names;
        for (const Parameter &each : parameters)
            names.push_back(each.name);
        throw SettingError("lesson " + id + " has no parameter \"" + std::string(name) + "\"; it has " + (names.empty() ? "none" : join(names)));
    }
    Settings::Value value{.written = std::string(written)};
    switch (found->type) {
    case Parameter::Type::Integer: {
        const std::string wanted = "a whole number " + rangeText(*found);
        value.number = checkedNumber(*found, written, written, wanted);
        if (value.number != std::floor(value.number))
            refuse(*found, written, wanted);
        break;
    }
    case Parameter::Type::Seconds: value.number = checkedNumber(*found, written, written, "a number of seconds " + rangeText(*found)); break;
    case Parameter::Type::YesNo:
        if (written != "yes" && written != "no")
            refuse(*found, written, "yes or no");
        value.number = written == "yes";
        break;
    case Parameter::Type::SecondsList: value.list = durationsIn(*found, written); break;
    case Parameter::Type::IntegerList: value.numbers = integersIn(*found, written); break;
    }
    settings.m_values.insert_or_assign(std::string(name), std::move(value));
}

std::optional<Instant> Lesson::interruptAt(const Settings &settings) const
{
    if (!parameter("until"))
        return std::nullopt;
    return Instant(settings.seconds("until"));
}

std::unique_ptr<Run> Lesson::start(const Settings &settings, RunOptions options) const
{
    if (!options.interruptAt)
        options.interruptAt = interruptAt(settings);
    return std::make_unique<Run>([program = program, settings](World &world) { return program(world, settings); }, options);
}

Parameter integerParameter(std::string name, int standard, int min, int max)
{
    return {std::move(name), Parameter::Type::Integer, std::to_string(standard), double(min), double(max)};
}

Parameter secondsParameter(std::string name, std::string standard, double min, double max)
{
    return {std::move(name), Parameter::Type::Seconds, std::move(standard), min, max};
}

Parameter yesNoParameter(std::string name, bool standard)
{
    return {std::move(name), Parameter::Type::YesNo, standard ? "yes" : "no", 0, 1};
}

Parameter secondsListParameter(std::string name, std::string standard, double min, double max)
{
    return {std::move(name), Parameter::Type::SecondsList, std::move(standard), min, max};
}

Parameter integerListParameter(std::string name, std::string standard, int min, int max)
{
    return {std::move(name), Parameter::Type::IntegerList, std::move(standard), double(min), double(max)};
}

std::string Partner::written() const
{
    return settings.empty() ? id : id + '[' + writtenSettings() + ']';
}

std::string Partner::writtenSettings() const
{
    std::string text;
    for (const auto &[name, value] : settings)
        text += (text.empty() ? "" : ",") + name + '=' + value;
    return text;
}

namespace {

/// "durations=1,2,window=2": a part without a name belongs to the list before it.
Partner::Values valuesIn(std::string_view written)
{
    Partner::Values values;
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find(',', begin), written.size());
        const std::string part(written.substr(begin, end - begin));
        const std::size_t equals = part.find('=');
        begin = end + 1;
        if (equals != std::string::npos && equals > 0)
            values.emplace_back(part.substr(0, equals), part.substr(equals + 1));
        else if (equals == std::string::npos && !values.empty())
            values.back().second += ',' + part;
        else
            throw SettingError("within [ ] stand values of parameters, like [window=2], not \"" + std::string(written) + '"');
    }
    return values;
}

} // namespace

std::vector<Partner> partnersIn(std::string_view written)
{
    std::vector<Partner> partners;
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find_first_of(",[", begin), written.size());
        Partner &partner = partners.emplace_back(std::string(written.substr(begin, end - begin)), Partner::Values());
        begin = end + 1;
        if (end == written.size() || written[end] == ',')
            continue;
        const std::size_t close = written.find(']', end);
        const bool more = close != std::string_view::npos && close + 1 < written.size();
        if (close == std::string_view::npos || (more && written[close + 1] != ','))
            throw SettingError("a lesson and its values are written like window-queue[window=2], not \"" + std::string(written) + '"');
        partner.settings = valuesIn(written.substr(end + 1, close - end - 1));
        begin = close + 2;
    }
    return partners;
}

std::vector<std::string> changedSettings(const Lesson &lesson, const Settings &settings)
{
    std::vector<std::string> changed;
    for (const Parameter &each : lesson.parameters) {
        if (settings.written(each.name) != each.standard)
            changed.push_back(each.name + '=' + settings.written(each.name));
    }
    return changed;
}

RegisterLesson::RegisterLesson(Lesson lesson)
{
    registry().push_back(std::move(lesson));
}

const std::vector<Lesson> &lessons()
{
    static const bool sorted = [] {
        std::sort(registry().begin(), registry().end(),
                  [](const Lesson &a, const Lesson &b) { return std::tie(a.chapter, a.order, a.id) < std::tie(b.chapter, b.order, b.id); });
        return true;
    }();
    static_cast<void>(sorted);
    return registry();
}

const Lesson *findLesson(std::string_view id)
{
    const auto found = std::find_if(lessons().begin(), lessons().end(), [id](const Lesson &lesson) { return lesson.id == id; });
    return found == lessons().end() ? nullptr : &*found;
}

} // namespace coroscope
