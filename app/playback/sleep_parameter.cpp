// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/playback/sleep_parameter.h"

#include <charconv>
#include <cmath>

namespace coroscope {

namespace {

/// Handles of a trial: a sleep that comes later than this is not looked for.
constexpr std::uint64_t kMostHandles = 20'000;
constexpr std::uint64_t kChunk = 64;

Duration lengthOfSleep(const Span &span)
{
    return instantAt(span.value) - span.begin;
}

bool isSleep(const Span &span)
{
    return span.state == State::Awaiting && span.reason == Reason::Sleep && span.value > 0;
}

std::string seconds(Duration length)
{
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, toSeconds(length)).ptr;
    return {text, end};
}

/// How long the same sleep is when the lesson is run with these settings.
std::optional<Duration> sleepWith(const Lesson &lesson, const Settings &settings, ActorId actor, std::size_t index)
{
    const auto run = lesson.start(settings);
    Spans spans(run->trace());
    for (std::uint64_t handles = 0; handles < kMostHandles; handles += kChunk) {
        run->advance(kNever, kChunk);
        spans.update();
        const bool made = raw(actor) < spans.lanes().size() && index < spans.lane(actor).spans.size();
        if (made) {
            const Span &span = spans.lane(actor).spans[index];
            return isSleep(span) ? std::optional(lengthOfSleep(span)) : std::nullopt;
        }
        if (run->finished())
            break;
    }
    return std::nullopt;
}

/// Another value within the range, in whole milliseconds; the very same when the range has no other.
Duration anotherLength(Duration length, const Parameter &parameter)
{
    const auto within = [&](Duration d) { return toSeconds(d) >= parameter.min && toSeconds(d) <= parameter.max; };
    const Duration change = std::max<Duration>(length / 4 / 1ms * 1ms, 1ms);
    if (within(length + change))
        return length + change;
    return within(length - change) ? length - change : length;
}

std::vector<Duration> valuesOf(const Parameter &parameter, const Settings &settings)
{
    if (parameter.type == Parameter::Type::Seconds)
        return {settings.seconds(parameter.name)};
    if (parameter.type == Parameter::Type::SecondsList)
        return settings.list(parameter.name);
    return {};
}

} // namespace

std::string withSleep(const Lesson &lesson, const Settings &settings, const SleepParameter &parameter, Duration length)
{
    std::vector<Duration> values = valuesOf(*lesson.parameter(parameter.name), settings);
    values[parameter.item] = length;
    std::string written;
    for (const Duration value : values)
        written += (written.empty() ? "" : ",") + seconds(value);
    return written;
}

std::optional<SleepParameter> sleepParameter(const Lesson &lesson, const Settings &settings, const Spans &spans,
                                             ActorId actor, std::size_t span)
{
    const Span &sleep = spans.lane(actor).spans[span];
    if (!isSleep(sleep))
        return std::nullopt;
    const Duration length = lengthOfSleep(sleep);
    std::optional<SleepParameter> found;
    for (const Parameter &parameter : lesson.parameters) {
        const std::vector<Duration> values = valuesOf(parameter, settings);
        for (std::size_t item = 0; item < values.size(); ++item) {
            const Duration other = anotherLength(length, parameter);
            if (values[item] != length || other == length)
                continue;
            const SleepParameter candidate{parameter.name, item, fromSeconds(parameter.min),
                                           fromSeconds(parameter.max)};
            Settings changed = settings;
            lesson.set(changed, parameter.name, withSleep(lesson, settings, candidate, other));
            if (sleepWith(lesson, changed, actor, span) != other)
                continue;
            if (found)
                return std::nullopt; // two of them: which one is meant nobody knows
            found = candidate;
        }
    }
    return found;
}

} // namespace coroscope
